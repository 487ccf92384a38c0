// Which class a segment's rules name.
// params:  none
// returns: source text, target text
MATCH (a:Segment)-[:COVERS]->(b:TechClass)
RETURN a.id AS source, b.id AS target
ORDER BY source, target
