// Who licenses into which pool, and with how many patents.
// params:  none
// returns: source text, target text, patents integer
MATCH (h:Enterprise|Institution)-[e:LICENSES_INTO]->(o:Pool)
RETURN h.id AS source, o.id AS target, e.patents AS patents
ORDER BY source, target
