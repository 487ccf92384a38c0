// Who made which demand known.
// params:  none
// returns: source text, target text
MATCH (h:Enterprise|Institution)-[:SEEKS]->(d:Demand)
RETURN h.id AS source, d.id AS target
ORDER BY source, target
