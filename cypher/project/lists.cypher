// Which patents are on offer in which listing.
// params:  none
// returns: source text, target text
MATCH (l:Listing)-[:LISTS]->(p:Patent)
RETURN l.id AS source, p.id AS target
ORDER BY source, target
