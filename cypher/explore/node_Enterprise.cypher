// The enterprise with this id, every property of it. Written from the schema.
// params:  id text   Unified social credit code, else the cleaned name.
// returns: id, name, name_en, aliases, country, address, kind_basis, uscc, stock_code, listed_on, honours, source, as_of
MATCH (n:Enterprise)
WHERE n.id = $id
RETURN n.id AS id,
       n.name AS name,
       n.name_en AS name_en,
       n.aliases AS aliases,
       n.country AS country,
       n.address AS address,
       n.kind_basis AS kind_basis,
       n.uscc AS uscc,
       n.stock_code AS stock_code,
       n.listed_on AS listed_on,
       n.honours AS honours,
       n.source AS source,
       n.as_of AS as_of
ORDER BY id
