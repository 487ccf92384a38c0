// Patents published or granted before they were filed.
// returns: id
MATCH (p:Patent)
WHERE p.published_on < p.filed_on OR p.granted_on < p.filed_on
RETURN p.id AS id
ORDER BY id
