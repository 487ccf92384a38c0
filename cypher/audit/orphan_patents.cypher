// Patents without any edge. Who filed a patent is often unknown; that alone is no fault.
// returns: id
MATCH (p:Patent)
WHERE NOT (p)-[]-()
RETURN p.id AS id
ORDER BY id
