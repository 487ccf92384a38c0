// Every product by name; the other spellings are read where they are searched.
// params:  none
// returns: id, name
MATCH (p:Product)
RETURN p.id AS id, p.name AS name
ORDER BY id
