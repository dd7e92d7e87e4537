{{ config(materialized='view') }}

with

benefit as (

    select
        *,
        -- Families are enrolled once, people once in each component.
        case
            when component is null and unit = 'household' then family_key
            else concat_ws('/', family_key, coalesce(person_id, source_row_id))
        end as unit_key

    from {{ ref('matched_benefit') }}
    where is_in_force

),

keyed as (

    select
        *,
        case
            when unit = 'person' then coalesce(person_id, source_row_id) else unit_key
        end
            as enrolled_key

    from benefit

),

-- One row that cancels does not end what another row of the same list grants.
ranked as (

    select
        source_row_id,
        row_number() over (
            partition by programme_id, component, enrolled_key
            order by
                case when enrolment_status = 'cancelled' then 1 else 0 end,
                case when household_id is null then 1 else 0 end,
                source_row_id
        ) as precedence

    from keyed

)

select
    keyed.programme_id,
    keyed.component,
    keyed.unit,
    keyed.enrolled_key,
    keyed.person_id,
    keyed.household_id,
    keyed.family_key,
    keyed.monthly_amount,
    keyed.period_starts_on as starts_on,
    keyed.period_ends_on as ends_on,
    keyed.enrolment_status as status,
    keyed.source_row_id,
    keyed.batch_date,
    keyed.match_method,
    keyed.match_score

from ranked
inner join keyed
    on ranked.source_row_id = keyed.source_row_id
where ranked.precedence = 1
