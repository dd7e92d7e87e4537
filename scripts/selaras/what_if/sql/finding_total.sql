-- Overlaps that appear and vanish, by rule. One row per scenario, rule and effect.
select
    scenario,
    rule_id,
    effect,
    count(*) as findings,
    count(distinct household_id) as families,
    cast(
        sum(coalesce(amount_after, 0)) - sum(coalesce(amount_before, 0)) as bigint
    ) as amount_change

from finding_changed
group by scenario, rule_id, effect
