// Every institution that may hold or invent a patent.
// params:  none
// returns: id, name, name_en, aliases, country
MATCH (h:Institution)
RETURN h.id AS id, h.name AS name, h.name_en AS name_en, h.aliases AS aliases, h.country AS country
ORDER BY id
