// Who gave which evaluation.
// params:  none
// returns: source text, target text
MATCH (v:Evaluation)-[:GIVEN_BY]->(h:Enterprise|Institution)
RETURN v.id AS source, h.id AS target
ORDER BY source, target
