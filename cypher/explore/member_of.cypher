// Which person is of which team.
// params:  none
// returns: source text, target text
MATCH (a:Person)-[:MEMBER_OF]->(b:Team)
RETURN a.id AS source, b.id AS target
ORDER BY source, target
