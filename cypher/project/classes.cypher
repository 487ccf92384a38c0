// Every technology class.
// params:  none
// returns: id, scheme, level, title_zh, title_en
MATCH (t:TechClass)
RETURN t.id AS id, t.scheme AS scheme, t.level AS level, t.title_zh AS title_zh, t.title_en AS title_en
ORDER BY id
