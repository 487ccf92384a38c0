// Teams without a member.
// returns: id
MATCH (t:Team)
WHERE NOT (t)<-[:MEMBER_OF]-()
RETURN t.id AS id
ORDER BY id
