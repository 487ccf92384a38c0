// Every chain.
// params:  none
// returns: id, name, name_en, title
MATCH (c:Chain)
RETURN c.id AS id, c.name AS name, c.name_en AS name_en, c.title AS title
ORDER BY id
