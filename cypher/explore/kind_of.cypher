// Which product is a sort of which.
// params:  none
// returns: source text, target text
MATCH (a:Product)-[:KIND_OF]->(b:Product)
RETURN a.id AS source, b.id AS target
ORDER BY source, target
