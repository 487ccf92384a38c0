// The technology class with this id, every property of it. Written from the schema.
// params:  id text   Symbol in one spelling: H01M10/0525.
// returns: id, scheme, level, title_zh, title_en, source, as_of
MATCH (n:TechClass)
WHERE n.id = $id
RETURN n.id AS id,
       n.scheme AS scheme,
       n.level AS level,
       n.title_zh AS title_zh,
       n.title_en AS title_en,
       n.source AS source,
       n.as_of AS as_of
ORDER BY id
