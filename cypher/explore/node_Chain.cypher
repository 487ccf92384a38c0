// The industry chain with this id, every property of it. Written from the schema.
// params:  id text   Classification and chain name, e.g. xinsanyang_2024:锂电池.
// returns: id, name, name_en, title, source, as_of
MATCH (n:Chain)
WHERE n.id = $id
RETURN n.id AS id,
       n.name AS name,
       n.name_en AS name_en,
       n.title AS title,
       n.source AS source,
       n.as_of AS as_of
ORDER BY id
