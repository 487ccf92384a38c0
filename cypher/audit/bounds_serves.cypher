// SERVES edges whose score is not between 0 and 1.
// returns: id text
MATCH (p:Patent)-[e:SERVES]->(s:Segment)
WHERE e.score < 0 OR e.score > 1
RETURN p.id + ' → ' + s.id AS id
ORDER BY id
