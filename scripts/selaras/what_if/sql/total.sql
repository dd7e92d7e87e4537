-- What the reform does to each programme that it changes, and in all (`programme_id` is `all`).
-- People and families are counted once each: of a programme by what becomes of their verdict
-- there, in all by whether all that is certain is more or less than before. Rupiah a month; of a
-- programme before and after, certain and possible if all that is open turns out true.
-- One row per programme.
with

paid_before as (

    select
        programme_id,
        sum(coalesce(entitled_amount, 0)) as certain,
        sum(greatest(coalesce(possible_amount, 0), coalesce(entitled_amount, 0))) as possible

    from selaras.eligibility.fct_eligibility
    group by programme_id

),

by_programme as (

    select
        programme_id,
        count(*) filter (where effect = 'gains') as gains,
        count(*) filter (where effect = 'loses') as loses,
        count(*) filter (where effect = 'loses' and is_enrolled) as loses_enrolled,
        count(*) filter (where effect = 'rises') as rises,
        count(*) filter (where effect = 'falls') as falls,
        count(*) filter (where effect = 'opens') as opens,
        count(*) filter (where effect = 'closes') as closes,
        count(*) filter (where effect = 'varies') as varies,
        count(distinct household_id) filter (where effect = 'gains') as families_gain,
        count(distinct household_id) filter (where effect = 'loses') as families_lose,
        sum(certain_after - certain_before) as certain_change,
        sum(possible_after - possible_before) as possible_change

    from changed
    group by programme_id

),

family as (

    select
        household_id,
        sum(certain_after - certain_before) as certain_change,
        sum(possible_after - possible_before) as possible_change,
        count(*) filter (where effect = 'opens') as opens

    from changed
    group by household_id

),

in_all as (

    select
        'all' as programme_id,
        people.*,
        count(*) filter (where family.certain_change > 0) as families_gain,
        count(*) filter (where family.certain_change < 0) as families_lose,
        sum(family.certain_change) as certain_change,
        sum(family.possible_change) as possible_change

    from (
        select
            count(distinct coalesce(person_id, household_id)) filter (where effect = 'gains')
                as gains,
            count(distinct coalesce(person_id, household_id)) filter (where effect = 'loses')
                as loses,
            count(distinct coalesce(person_id, household_id)) filter (
                where effect = 'loses' and is_enrolled
            ) as loses_enrolled,
            count(distinct coalesce(person_id, household_id)) filter (where effect = 'rises')
                as rises,
            count(distinct coalesce(person_id, household_id)) filter (where effect = 'falls')
                as falls,
            count(distinct coalesce(person_id, household_id)) filter (where effect = 'opens')
                as opens,
            count(distinct coalesce(person_id, household_id)) filter (where effect = 'closes')
                as closes,
            count(distinct coalesce(person_id, household_id)) filter (where effect = 'varies')
                as varies
        from changed
    ) as people
    cross join family
    group by all

),

together as (

    select * from by_programme
    union all by name
    select * from in_all

)

select
    coalesce(changed_programme.programme_id, together.programme_id) as programme_id,
    coalesce(programme.unit, new_rule.unit, 'family') as unit,
    coalesce(together.gains, 0) as gains,
    coalesce(together.loses, 0) as loses,
    coalesce(together.loses_enrolled, 0) as loses_enrolled,
    coalesce(together.rises, 0) as rises,
    coalesce(together.falls, 0) as falls,
    coalesce(together.opens, 0) as opens,
    coalesce(together.closes, 0) as closes,
    coalesce(together.varies, 0) as varies,
    coalesce(together.families_gain, 0) as families_gain,
    coalesce(together.families_lose, 0) as families_lose,
    cast(coalesce(paid_before.certain, 0) as bigint) as certain_before,
    cast(coalesce(paid_before.certain, 0) + coalesce(together.certain_change, 0) as bigint)
        as certain_after,
    cast(coalesce(paid_before.possible, 0) as bigint) as possible_before,
    cast(coalesce(paid_before.possible, 0) + coalesce(together.possible_change, 0) as bigint)
        as possible_after

from (
    select programme_id from changed_programme
    union all
    select 'all' as programme_id
) as changed_programme
left join together
    on changed_programme.programme_id = together.programme_id
left join (
    select * from paid_before
    union all
    select 'all' as programme_id, sum(certain) as certain, sum(possible) as possible
    from paid_before
) as paid_before
    on changed_programme.programme_id = paid_before.programme_id
left join conformed.dim_programme as programme
    on changed_programme.programme_id = programme.programme_id
left join (
    select programme_id, max(unit) as unit from changed group by programme_id
) as new_rule
    on changed_programme.programme_id = new_rule.programme_id
order by changed_programme.programme_id = 'all', programme_id
