// Every product with its other names, to be searched.
// params:  none
// returns: id, name, aliases
MATCH (p:Product)
RETURN p.id AS id, p.name AS name, p.aliases AS aliases
ORDER BY id
