// Which patent is on the list of which pool.
// params:  none
// returns: source text, target text, countries
MATCH (p:Patent)-[e:IN_POOL]->(o:Pool)
RETURN p.id AS source, o.id AS target, e.countries AS countries
ORDER BY source, target
