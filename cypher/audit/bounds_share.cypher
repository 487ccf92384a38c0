// MAKES edges whose share of revenue is not between 0 and 1.
// returns: id text
MATCH (o:Enterprise)-[e:MAKES]->(p:Product)
WHERE e.share < 0 OR e.share > 1
RETURN o.id + ' → ' + p.id AS id
ORDER BY id
