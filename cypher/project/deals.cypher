// Every deal without its texts.
// params:  none
// returns: id, mode, licence_type, signed_on, recorded_on, since, until, ended_on, basis
MATCH (d:Deal)
RETURN d.id AS id, d.mode AS mode, d.licence_type AS licence_type, d.signed_on AS signed_on,
       d.recorded_on AS recorded_on, d.since AS since, d.until AS until, d.ended_on AS ended_on, d.basis AS basis
ORDER BY id
