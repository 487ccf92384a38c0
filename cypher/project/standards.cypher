// Every standard.
// params:  none
// returns: id, name, body
MATCH (s:Standard)
RETURN s.id AS id, s.name AS name, s.body AS body
ORDER BY id
