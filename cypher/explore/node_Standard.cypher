// The standard with this id, every property of it. Written from the schema.
// params:  id text   Number or name in one spelling: IEEE 802.11AX.
// returns: id, name, body, source, as_of
MATCH (n:Standard)
WHERE n.id = $id
RETURN n.id AS id,
       n.name AS name,
       n.body AS body,
       n.source AS source,
       n.as_of AS as_of
ORDER BY id
