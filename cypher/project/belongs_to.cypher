// Which product a segment makes.
// params:  none
// returns: source text, target text
MATCH (a:Product)-[:BELONGS_TO]->(b:Segment)
RETURN a.id AS source, b.id AS target
ORDER BY source, target
