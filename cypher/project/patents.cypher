// Every patent without its texts, which are read when they are shown.
// params:  none
// returns: id, patent_type, status, office, origin, filed_on, published_on, granted_on, claims, cited_by, citing, family, family_size
MATCH (p:Patent)
RETURN p.id AS id, p.patent_type AS patent_type, p.status AS status, p.office AS office, p.origin AS origin,
       p.filed_on AS filed_on, p.published_on AS published_on, p.granted_on AS granted_on,
       p.claims AS claims, p.cited_by AS cited_by, p.citing AS citing, p.family AS family, p.family_size AS family_size
ORDER BY id
