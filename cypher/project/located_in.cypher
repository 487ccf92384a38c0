// Where every holder is, as aligned lists by region.
// params:  none
// returns: bucket text, sources text[], targets text[], inferred flag[]
MATCH (h:Enterprise|Institution|Person)-[e:LOCATED_IN]->(r:Region)
RETURN r.id AS bucket, collect(h.id) AS sources, collect(r.id) AS targets, collect(e.inferred) AS inferred
ORDER BY bucket
