{{ config(materialized='ephemeral') }}

with

-- What a rule says otherwise besides figures goes before its figures, one by one; then
-- what the day changes besides figures, before those of the day.
change as (

    select
        programme_id,
        unnest(['rule', 'parameter_date']) as cause_kind,
        '' as name,
        '' as was_value
    from {{ ref('rule_digest') }}

    union all

    select
        programme_id,
        cause_kind,
        name,
        coalesce(was_says, '') as was_value
    from {{ ref('rule_change') }}
    where is_figure

),

numbered as (

    select
        *,
        row_number() over (
            partition by programme_id order by cause_kind desc, name asc
        ) as step
    from change

),

-- Until its own step, a figure is what it was.
still as (

    select
        numbered.programme_id,
        numbered.step,
        later.name,
        min_by(later.was_value, later.step) as was_value

    from numbered
    inner join numbered as later
        on
            numbered.programme_id = later.programme_id
            and numbered.step < later.step
            and later.name != ''
    group by all

),

figure as (

    select
        programme_id,
        step,
        {{ map_by('name', 'was_value') }} as figures
    from still
    group by all

)

select
    numbered.programme_id,
    numbered.step,
    numbered.cause_kind,
    numbered.name,
    numbered.cause_kind = 'parameter_date' as is_today,
    figure.figures

from numbered
left join figure
    on
        numbered.programme_id = figure.programme_id
        and numbered.step = figure.step
