// Which patent cites which, as aligned lists by bucket of citing numbers.
// params:  none
// returns: bucket text, sources text[], targets text[]
MATCH (p:Patent)-[:CITES]->(c:Patent)
RETURN left(p.id, 6) AS bucket, collect(p.id) AS sources, collect(c.id) AS targets
ORDER BY bucket
