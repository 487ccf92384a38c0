// Patents and their owners of today, as aligned lists: a list a bucket of patent numbers, ten times faster over the wire.
// params:  none
// returns: bucket text, sources text[], targets text[]
MATCH (h:Enterprise|Institution|Person)-[e:OWNS]->(p:Patent)
WHERE e.current
RETURN left(p.id, 6) AS bucket, collect(h.id) AS sources, collect(p.id) AS targets
ORDER BY bucket
