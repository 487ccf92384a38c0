// Where a team is at home.
// params:  none
// returns: source text, target text
MATCH (a:Team)-[:WORKS_AT]->(b:Enterprise|Institution)
RETURN a.id AS source, b.id AS target
ORDER BY source, target
