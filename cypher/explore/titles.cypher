// Title of every patent, to be searched.
// params:  none
// returns: id, title
MATCH (p:Patent)
RETURN p.id AS id, p.title AS title
ORDER BY id
