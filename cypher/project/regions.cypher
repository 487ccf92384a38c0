// Every region with the one it is part of.
// params:  none
// returns: id, name, name_en, level, parent text
MATCH (r:Region)
OPTIONAL MATCH (r)-[:PART_OF]->(w:Region)
RETURN r.id AS id, r.name AS name, r.name_en AS name_en, r.level AS level, w.id AS parent
ORDER BY id, parent
