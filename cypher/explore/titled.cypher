// Titles of the patents given.
// params:  ids text[] publication numbers
// returns: id, title
MATCH (p:Patent)
WHERE p.id IN $ids
RETURN p.id AS id, p.title AS title
ORDER BY id
