// Which demand is about which segment.
// params:  none
// returns: source text, target text
MATCH (d:Demand)-[:ABOUT]->(s:Segment)
RETURN d.id AS source, s.id AS target
ORDER BY source, target
