// Patents and their classes, as aligned lists by bucket of patent numbers.
// params:  none
// returns: bucket text, sources text[], targets text[], main flag[]
MATCH (p:Patent)-[e:CLASSIFIED_AS]->(t:TechClass)
RETURN left(p.id, 6) AS bucket, collect(p.id) AS sources, collect(t.id) AS targets, collect(e.main) AS main
ORDER BY bucket
