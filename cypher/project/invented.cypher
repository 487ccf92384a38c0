// Patents and their inventors, as aligned lists by bucket of patent numbers.
// params:  none
// returns: bucket text, sources text[], targets text[]
MATCH (h:Person)-[:INVENTED]->(p:Patent)
RETURN left(p.id, 6) AS bucket, collect(h.id) AS sources, collect(p.id) AS targets
ORDER BY bucket
