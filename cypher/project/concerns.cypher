// Which deal is about which patent.
// params:  none
// returns: source text, target text
MATCH (d:Deal)-[:CONCERNS]->(p:Patent)
RETURN d.id AS source, p.id AS target
ORDER BY source, target
