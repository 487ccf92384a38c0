// Publications that share office, application number and kind code: one document under two numbers.
// returns: id
MATCH (p:Patent)
WHERE p.application_number IS NOT NULL AND p.publication_number IS NOT NULL
WITH p.application_number AS application, right(p.publication_number, 1) AS code, collect(p.id) AS ids
WHERE size(ids) > 1
UNWIND ids AS id
RETURN id
ORDER BY id
