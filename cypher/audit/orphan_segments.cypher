// Segments that are part of no chain and of no other segment.
// returns: id
MATCH (s:Segment)
WHERE NOT (s)-[:PART_OF]->()
RETURN s.id AS id
ORDER BY id
