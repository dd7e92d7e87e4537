with

leaked as (

    select distinct
        programme_id,
        observed
    from {{ ref('open_cause') }}
    where cause = 'verdict'

),

unmet as (

    select
        programme_id,
        observed,
        {{ split_rows('observed', ', ') }} as criterion_id
    from leaked

)

-- A criterion that rests on what the agency may not see is not told.
select
    unmet.programme_id,
    unmet.observed,
    string_agg(unmet.criterion_id, ', ' order by unmet.criterion_id) as criteria,
    string_agg(shown.says_id, ' ' order by unmet.criterion_id) as says_id,
    string_agg(shown.says_en, ' ' order by unmet.criterion_id) as says_en,
    string_agg(distinct shown.basis, '; ' order by shown.basis) as basis

from unmet
inner join {{ ref('shown_criterion') }} as shown
    on
        unmet.programme_id = shown.programme_id
        and unmet.criterion_id = shown.criterion_id
group by
    unmet.programme_id,
    unmet.observed
