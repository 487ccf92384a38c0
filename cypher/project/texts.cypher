// Title and abstract of every patent, to be indexed.
// params:  none
// returns: id, title, title_en, abstract
MATCH (p:Patent)
RETURN p.id AS id, p.title AS title, p.title_en AS title_en, p.abstract AS abstract
ORDER BY id
