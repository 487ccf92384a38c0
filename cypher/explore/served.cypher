// Those of the patents given that serve a segment, with the rule that says so.
// params:  segment text   the segment's id
//          ids     text[] publication numbers
// returns: id, title, filed_on, status, patent_type, rule, pattern, words, score, basis
MATCH (p:Patent)-[e:SERVES]->(s:Segment)
WHERE s.id = $segment AND p.id IN $ids
RETURN p.id AS id, p.title AS title, p.filed_on AS filed_on, p.status AS status, p.patent_type AS patent_type,
       e.rule AS rule, e.pattern AS pattern, e.words AS words, e.score AS score,
       e.basis AS basis
ORDER BY id
