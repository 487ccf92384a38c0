// Every research team, to be searched.
// params:  none
// returns: id, name
MATCH (t:Team)
RETURN t.id AS id, t.name AS name
ORDER BY id
