// The chain segment with this id, every property of it. Written from the schema.
// params:  id text   Classification and branch number, e.g. xinsanyang_2024:2.1.1.
// returns: id, name, name_en, number, stage, source, as_of
MATCH (n:Segment)
WHERE n.id = $id
RETURN n.id AS id,
       n.name AS name,
       n.name_en AS name_en,
       n.number AS number,
       n.stage AS stage,
       n.source AS source,
       n.as_of AS as_of
ORDER BY id
