// Owners whose time is known by its beginning or its end, of today and of the past: who held a patent on which day.
// params:  none
// returns: source text, target text, since, until
MATCH (h:Enterprise|Institution|Person)-[e:OWNS]->(p:Patent)
WHERE e.since IS NOT NULL OR e.until IS NOT NULL
RETURN h.id AS source, p.id AS target, e.since AS since, e.until AS until
ORDER BY source, target
