// Every listing of patents on offer.
// params:  none
// returns: id, mode, fee, currency, fee_mode, grade, category, since, until
MATCH (l:Listing)
RETURN l.id AS id, l.mode AS mode, l.fee AS fee, l.currency AS currency, l.fee_mode AS fee_mode, l.grade AS grade,
       l.category AS category, l.since AS since, l.until AS until
ORDER BY id
