// Who grants in which deal.
// params:  none
// returns: source text, target text
MATCH (h:Enterprise|Institution|Person)-[:GRANTS]->(d:Deal)
RETURN h.id AS source, d.id AS target
ORDER BY source, target
