// Who belongs to whose group, and what share the parent holds.
// params:  none
// returns: source text, target text, share number, until date
MATCH (a:Enterprise|Institution)-[e:SUBSIDIARY_OF]->(b:Enterprise|Institution)
RETURN a.id AS source, b.id AS target, e.share AS share, e.until AS until
ORDER BY source, target
