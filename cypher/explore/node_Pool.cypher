// The patent pool with this id, every property of it. Written from the schema.
// params:  id text   Short name of the pool.
// returns: id, name, name_en, administrator, source, as_of
MATCH (n:Pool)
WHERE n.id = $id
RETURN n.id AS id,
       n.name AS name,
       n.name_en AS name_en,
       n.administrator AS administrator,
       n.source AS source,
       n.as_of AS as_of
ORDER BY id
