// Segments that feed themselves or are part of themselves.
// returns: id
MATCH (s:Segment)-[:FEEDS|PART_OF]->(t:Segment)
WHERE s.id = t.id
RETURN DISTINCT s.id AS id
ORDER BY id
