// The evaluation with this id, every property of it. Written from the schema.
// params:  id text   Number given to it, else patent, side, who gave it and day.
// returns: id, number, side, score, scale, grade, evaluated_on, conclusion, source, as_of
MATCH (n:Evaluation)
WHERE n.id = $id
RETURN n.id AS id,
       n.number AS number,
       n.side AS side,
       n.score AS score,
       n.scale AS scale,
       n.grade AS grade,
       n.evaluated_on AS evaluated_on,
       n.conclusion AS conclusion,
       n.source AS source,
       n.as_of AS as_of
ORDER BY id
