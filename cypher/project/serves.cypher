// Which patent serves which segment, as aligned lists by bucket of patent numbers.
// params:  none
// returns: bucket text, sources text[], targets text[], score number[], basis text[]
MATCH (p:Patent)-[e:SERVES]->(s:Segment)
RETURN left(p.id, 6) AS bucket, collect(p.id) AS sources, collect(s.id) AS targets, collect(e.score) AS score,
       collect(e.basis) AS basis
ORDER BY bucket
