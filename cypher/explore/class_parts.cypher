// Which class stands under which.
// params:  none
// returns: source text, target text
MATCH (a:TechClass)-[:PART_OF]->(b:TechClass)
RETURN a.id AS source, b.id AS target
ORDER BY source, target
