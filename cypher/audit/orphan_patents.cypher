// Patents that nobody filed or owns.
// returns: id
MATCH (p:Patent)
WHERE NOT (p)<-[:FILED|OWNS]-()
RETURN p.id AS id
ORDER BY id
