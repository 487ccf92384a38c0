// The product with this id, every property of it. Written from the schema.
// params:  id text   Cleaned product name.
// returns: id, name, aliases, source, as_of
MATCH (n:Product)
WHERE n.id = $id
RETURN n.id AS id,
       n.name AS name,
       n.aliases AS aliases,
       n.source AS source,
       n.as_of AS as_of
ORDER BY id
