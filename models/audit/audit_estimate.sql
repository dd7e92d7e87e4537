with

summed as (

    select * from {{ ref('audit_sum') }}

)

select
    draw_id,
    measure,
    reported_for,
    {{ stratum_columns() }},
    unit_count,
    drawn_count,
    answered_count,
    case when is_estimated then error_units end as error_units,
    case when is_estimated then error_units / nullif(whole_units, 0) end as error_share,
    case when is_estimated then {{ ratio_limit(
        'error_units', 'whole_units', 'errors_below', 'rights_above', 'both_below', -1
    ) }} end as lower_limit,
    case when is_estimated then {{ ratio_limit(
        'error_units', 'whole_units', 'errors_above', 'rights_below', 'both_above', 1
    ) }} end as upper_limit,
    -- were all who did not answer right, and were all of them wrong
    seen_error_units
    / nullif(seen_error_units + seen_right_units + silent_units, 0) as least_share,
    (seen_error_units + silent_units)
    / nullif(seen_error_units + seen_right_units + silent_units, 0) as most_share,
    case measure
        when 'inclusion_error'
            then leaked_count / nullif(leaked_count + reached_count, 0)
        when 'exclusion_error'
            then missed_count / nullif(missed_count + reached_count, 0)
        when 'linkage_error' then unlinked_count / unit_count
    end as administrative_share

from summed
