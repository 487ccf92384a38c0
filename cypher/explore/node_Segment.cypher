// The chain segment with this id, every property of it. Written from the schema.
// params:  id text   Classification and branch number, e.g. xinsanyang_2024:2.1.1.
// returns: id, name, name_en, number, stage, status, status_code, steady, evidence, patents, weighted, rta, hhi, cr4, foreign, value, gap, monopoly, hardness, upstreamness, cut, enterprises, products, supply_demand, supply_demand_code, analysed_on, source, as_of
MATCH (n:Segment)
WHERE n.id = $id
RETURN n.id AS id,
       n.name AS name,
       n.name_en AS name_en,
       n.number AS number,
       n.stage AS stage,
       n.status AS status,
       n.status_code AS status_code,
       n.steady AS steady,
       n.evidence AS evidence,
       n.patents AS patents,
       n.weighted AS weighted,
       n.rta AS rta,
       n.hhi AS hhi,
       n.cr4 AS cr4,
       n.foreign AS foreign,
       n.value AS value,
       n.gap AS gap,
       n.monopoly AS monopoly,
       n.hardness AS hardness,
       n.upstreamness AS upstreamness,
       n.cut AS cut,
       n.enterprises AS enterprises,
       n.products AS products,
       n.supply_demand AS supply_demand,
       n.supply_demand_code AS supply_demand_code,
       n.analysed_on AS analysed_on,
       n.source AS source,
       n.as_of AS as_of
ORDER BY id
