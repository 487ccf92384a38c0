// Every evaluation of a patent.
// params:  none
// returns: id, side, score, scale, grade, evaluated_on
MATCH (v:Evaluation)
RETURN v.id AS id, v.side AS side, v.score AS score, v.scale AS scale, v.grade AS grade,
       v.evaluated_on AS evaluated_on
ORDER BY id
