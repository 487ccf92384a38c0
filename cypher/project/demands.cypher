// Every demand with its text, against which patents are matched.
// params:  none
// returns: id, title, text, kind, region, budget, currency, published_on, deadline, state
MATCH (d:Demand)
RETURN d.id AS id, d.title AS title, d.text AS text, d.kind AS kind, d.region AS region, d.budget AS budget,
       d.currency AS currency, d.published_on AS published_on, d.deadline AS deadline, d.state AS state
ORDER BY id
