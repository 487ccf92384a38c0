// The region with this id, every property of it. Written from the schema.
// params:  id text   GB/T 2260 code (370000), else the ISO 3166-1 code of a country.
// returns: id, name, name_en, level, source, as_of
MATCH (n:Region)
WHERE n.id = $id
RETURN n.id AS id,
       n.name AS name,
       n.name_en AS name_en,
       n.level AS level,
       n.source AS source,
       n.as_of AS as_of
ORDER BY id
