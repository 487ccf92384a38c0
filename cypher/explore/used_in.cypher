// Which material or part goes into which product.
// params:  none
// returns: source text, target text
MATCH (a:Product)-[:USED_IN]->(b:Product)
RETURN a.id AS source, b.id AS target
ORDER BY source, target
