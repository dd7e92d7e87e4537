{{ config(materialized='view') }}

with

named as {{ kept() }} (

    select * from {{ ref('list_row_name') }}

),

several as (

    select source_row_id from named
    group by source_row_id
    having count(*) > 1

)

select
    named.source_row_id,
    named.unit,
    named.card_household_id,
    cast(null as varchar) as shared_household_id,
    named.is_sure and named.household_id != named.card_household_id as is_of_others,
    named.no_kk_repair,
    named.household_id as person_household_id,
    named.match_method as person_match_method,
    named.score as person_score

from named
left join several
    on named.source_row_id = several.source_row_id
where several.source_row_id is null

union all

-- A PKH row names two people of one family: where its card is not ours, the manager
-- decides; where both live on another card, they do.
select
    source_row_id,
    min(unit) as unit,
    max(card_household_id) as card_household_id,
    case
        when
            count(distinct person_id) > 1
            and count(household_id) = count(*)
            and bool_and(is_sure)
            and min(household_id) = max(household_id)
            then max(household_id)
    end as shared_household_id,
    count(household_id) = count(*)
    and bool_and(is_sure)
    and bool_and(household_id != card_household_id) as is_of_others,
    max(no_kk_repair) as no_kk_repair,
    coalesce(max(household_id) filter (where role = 'manager'), max(household_id))
        as person_household_id,
    coalesce(
        max_by(match_method, weakness) filter (
            where role = 'manager' and household_id is not null
        ),
        max_by(match_method, weakness)
    ) as person_match_method,
    coalesce(
        max(score) filter (where role = 'manager' and household_id is not null),
        min(score)
    ) as person_score

from named
where source_row_id in (select several.source_row_id from several)
group by source_row_id
