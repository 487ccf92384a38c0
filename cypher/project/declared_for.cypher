// Which patent is declared essential to which standard.
// params:  none
// returns: source text, target text, declared_on
MATCH (p:Patent)-[e:DECLARED_FOR]->(s:Standard)
RETURN p.id AS source, s.id AS target, e.declared_on AS declared_on
ORDER BY source, target
