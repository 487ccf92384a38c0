// Which enterprise makes which product.
// params:  none
// returns: source text, target text
MATCH (a:Enterprise)-[:MAKES]->(b:Product)
RETURN a.id AS source, b.id AS target
ORDER BY source, target
