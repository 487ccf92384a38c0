// The person with this id, every property of it. Written from the schema.
// params:  id text   Cleaned name @ organisation of the earliest patent; a further namesake has ~ and that patent's number.
// returns: id, name, name_en, aliases, country, address, kind_basis, source, as_of
MATCH (n:Person)
WHERE n.id = $id
RETURN n.id AS id,
       n.name AS name,
       n.name_en AS name_en,
       n.aliases AS aliases,
       n.country AS country,
       n.address AS address,
       n.kind_basis AS kind_basis,
       n.source AS source,
       n.as_of AS as_of
ORDER BY id
