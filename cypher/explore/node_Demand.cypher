// The demand with this id, every property of it. Written from the schema.
// params:  id text   Number given to it, else key of the organisation # title.
// returns: id, number, title, text, kind, region, budget, currency, budget_text, published_on, deadline, state, source, as_of
MATCH (n:Demand)
WHERE n.id = $id
RETURN n.id AS id,
       n.number AS number,
       n.title AS title,
       n.text AS text,
       n.kind AS kind,
       n.region AS region,
       n.budget AS budget,
       n.currency AS currency,
       n.budget_text AS budget_text,
       n.published_on AS published_on,
       n.deadline AS deadline,
       n.state AS state,
       n.source AS source,
       n.as_of AS as_of
ORDER BY id
