// Every segment with the whole next above it; one without a chain of its own takes that of its parent.
// params:  none
// returns: id, name, name_en, number, stage, chain text, parent text
MATCH (s:Segment)
OPTIONAL MATCH (s)-[:PART_OF]->(c:Chain)
OPTIONAL MATCH (s)-[:PART_OF]->(p:Segment)
RETURN s.id AS id, s.name AS name, s.name_en AS name_en, s.number AS number, s.stage AS stage,
       c.id AS chain, p.id AS parent
ORDER BY id, chain, parent
