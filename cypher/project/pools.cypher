// Every patent pool.
// params:  none
// returns: id, name, name_en, administrator
MATCH (p:Pool)
RETURN p.id AS id, p.name AS name, p.name_en AS name_en, p.administrator AS administrator
ORDER BY id
