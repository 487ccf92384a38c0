// The patent with this id, every property of it. Written from the schema.
// params:  id text   Publication number in one spelling (CN112345678A), else the application number.
// returns: id, publication_number, application_number, title, title_en, abstract, office, patent_type, status, status_text, filed_on, published_on, granted_on, origin, origin_basis, main_class, claims, cited_by, citing, family, family_size, inventor_count, quality, grade, analysed_on, source, as_of
MATCH (n:Patent)
WHERE n.id = $id
RETURN n.id AS id,
       n.publication_number AS publication_number,
       n.application_number AS application_number,
       n.title AS title,
       n.title_en AS title_en,
       n.abstract AS abstract,
       n.office AS office,
       n.patent_type AS patent_type,
       n.status AS status,
       n.status_text AS status_text,
       n.filed_on AS filed_on,
       n.published_on AS published_on,
       n.granted_on AS granted_on,
       n.origin AS origin,
       n.origin_basis AS origin_basis,
       n.main_class AS main_class,
       n.claims AS claims,
       n.cited_by AS cited_by,
       n.citing AS citing,
       n.family AS family,
       n.family_size AS family_size,
       n.inventor_count AS inventor_count,
       n.quality AS quality,
       n.grade AS grade,
       n.analysed_on AS analysed_on,
       n.source AS source,
       n.as_of AS as_of
ORDER BY id
