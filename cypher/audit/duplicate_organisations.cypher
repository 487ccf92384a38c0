// Enterprises and institutions that share a unified social credit code.
// returns: id
MATCH (o:Enterprise|Institution)
WHERE o.uscc IS NOT NULL
WITH o.uscc AS uscc, collect(o.id) AS ids
WHERE size(ids) > 1
UNWIND ids AS id
RETURN id
ORDER BY id
