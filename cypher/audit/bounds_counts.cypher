// Patents with a negative count.
// returns: id
MATCH (p:Patent)
WHERE p.claims < 0 OR p.cited_by < 0 OR p.citing < 0 OR p.family_size < 0 OR p.inventor_count < 0
RETURN p.id AS id
ORDER BY id
