// Persons who neither filed, own nor invented anything and are in no team.
// returns: id
MATCH (p:Person)
WHERE NOT (p)-[]-()
RETURN p.id AS id
ORDER BY id
