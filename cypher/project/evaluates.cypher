// Which evaluation is of which patent.
// params:  none
// returns: source text, target text
MATCH (v:Evaluation)-[:EVALUATES]->(p:Patent)
RETURN v.id AS source, p.id AS target
ORDER BY source, target
