-- Overlaps that appear, vanish or weigh otherwise under the reform.
-- One row per finding or gap.
with

before as (

    select
        finding_id,
        rule_id,
        person_id,
        household_id,
        programme_id,
        other_programme_id,
        monthly_amount_counted

    from selaras.overlap.fct_finding

    union all by name

    select
        gap_id as finding_id,
        rule_id,
        person_id,
        household_id,
        programme_id,
        missing_programme_id as other_programme_id

    from selaras.overlap.gap

),

after as (

    select
        finding_id,
        rule_id,
        person_id,
        household_id,
        programme_id,
        other_programme_id,
        monthly_amount_counted

    from fct_finding

    union all by name

    select
        gap_id as finding_id,
        rule_id,
        person_id,
        household_id,
        programme_id,
        missing_programme_id as other_programme_id

    from gap

)

select
    coalesce(after.finding_id, before.finding_id) as finding_id,
    coalesce(after.rule_id, before.rule_id) as rule_id,
    coalesce(after.person_id, before.person_id) as person_id,
    coalesce(after.household_id, before.household_id) as household_id,
    coalesce(after.programme_id, before.programme_id) as programme_id,
    coalesce(after.other_programme_id, before.other_programme_id) as other_programme_id,
    case
        when before.finding_id is null then 'appears'
        when after.finding_id is null then 'vanishes'
        else 'weighs'
    end as effect,
    before.monthly_amount_counted as amount_before,
    after.monthly_amount_counted as amount_after

from after
full outer join before
    on after.finding_id = before.finding_id
where
    before.finding_id is null
    or after.finding_id is null
    or before.monthly_amount_counted is distinct from after.monthly_amount_counted
