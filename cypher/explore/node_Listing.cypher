// The listing with this id, every property of it. Written from the schema.
// params:  id text   Number of the statement or entry, else mode, first patent and holders.
// returns: id, mode, number, fee, currency, fee_text, fee_mode, grade, category, since, until, source, as_of
MATCH (n:Listing)
WHERE n.id = $id
RETURN n.id AS id,
       n.mode AS mode,
       n.number AS number,
       n.fee AS fee,
       n.currency AS currency,
       n.fee_text AS fee_text,
       n.fee_mode AS fee_mode,
       n.grade AS grade,
       n.category AS category,
       n.since AS since,
       n.until AS until,
       n.source AS source,
       n.as_of AS as_of
ORDER BY id
