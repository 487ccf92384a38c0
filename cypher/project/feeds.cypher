// Which segment feeds which, and why.
// params:  none
// returns: source text, target text, reason
MATCH (a:Segment)-[e:FEEDS]->(b:Segment)
RETURN a.id AS source, b.id AS target, e.reason AS reason
ORDER BY source, target
