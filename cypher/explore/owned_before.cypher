// Who owned which patent in the past.
// params:  none
// returns: source text, target text
MATCH (h:Enterprise|Institution|Person)-[e:OWNS]->(p:Patent)
WHERE NOT e.current
RETURN h.id AS source, p.id AS target
ORDER BY source, target
