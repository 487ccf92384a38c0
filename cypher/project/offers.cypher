// Who offers which listing.
// params:  none
// returns: source text, target text
MATCH (h:Enterprise|Institution|Person)-[:OFFERS]->(l:Listing)
RETURN h.id AS source, l.id AS target
ORDER BY source, target
