// Which organisation works in which segment.
// params:  none
// returns: source text, target text
MATCH (h:Enterprise|Institution)-[:OPERATES_IN]->(s:Segment)
RETURN h.id AS source, s.id AS target
ORDER BY source, target
