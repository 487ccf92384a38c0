// The research team with this id, every property of it. Written from the schema.
// params:  id text   Key of the leader's home # key of the leader.
// returns: id, name, leader, members, patents, first_year, last_year, words, source, as_of
MATCH (n:Team)
WHERE n.id = $id
RETURN n.id AS id,
       n.name AS name,
       n.leader AS leader,
       n.members AS members,
       n.patents AS patents,
       n.first_year AS first_year,
       n.last_year AS last_year,
       n.words AS words,
       n.source AS source,
       n.as_of AS as_of
ORDER BY id
