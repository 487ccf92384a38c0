// The deal with this id, every property of it. Written from the schema.
// params:  id text   Record number, else mode, first patent, day and parties.
// returns: id, mode, licence_type, record_number, signed_on, recorded_on, since, until, ended_on, amount, currency, fee_mode, basis, note, source, as_of
MATCH (n:Deal)
WHERE n.id = $id
RETURN n.id AS id,
       n.mode AS mode,
       n.licence_type AS licence_type,
       n.record_number AS record_number,
       n.signed_on AS signed_on,
       n.recorded_on AS recorded_on,
       n.since AS since,
       n.until AS until,
       n.ended_on AS ended_on,
       n.amount AS amount,
       n.currency AS currency,
       n.fee_mode AS fee_mode,
       n.basis AS basis,
       n.note AS note,
       n.source AS source,
       n.as_of AS as_of
ORDER BY id
