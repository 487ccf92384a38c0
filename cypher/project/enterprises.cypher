// Every enterprise that may hold or invent a patent.
// params:  none
// returns: id, name, name_en, aliases, country, honours
MATCH (h:Enterprise)
RETURN h.id AS id, h.name AS name, h.name_en AS name_en, h.aliases AS aliases, h.country AS country,
       h.honours AS honours
ORDER BY id
