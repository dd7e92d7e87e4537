with

list_week as (

    {{ every_week('week_source') }}

),

coverage as (

    {{ every_week('week_coverage') }}

),

undetermined as (

    select
        as_of_date,
        programme_id,
        sum(unit_count) filter (where coverage = 'open') as counted,
        sum(unit_count) as out_of

    from coverage
    group by
        as_of_date,
        programme_id

),

finding as (

    select * from {{ ref('trend_finding') }}

),

leak as (

    select * from {{ ref('trend_leak') }}

),

of_list as (

    select
        as_of_date,
        'usable_number' as measure_id,
        source,
        table_name,
        numbered_count as counted,
        name_count as out_of
    from list_week
    union all
    select
        as_of_date,
        'matched' as measure_id,
        source,
        table_name,
        matched_count as counted,
        name_count as out_of
    from list_week

),

of_programme as (

    select
        as_of_date,
        'undetermined' as measure_id,
        programme_id,
        coalesce(counted, 0) as counted,
        out_of
    from undetermined
    union all
    select
        as_of_date,
        'leaked' as measure_id,
        programme_id,
        leaked_count as counted,
        enrolled_count as out_of
    from leak
    union all
    select
        as_of_date,
        'leaked_now_known' as measure_id,
        programme_id,
        leaked_now_known_count as counted,
        enrolled_count as out_of
    from leak
    union all
    select
        finding.as_of_date,
        measure.measure_id,
        finding.programme_id,
        case measure.measure_id
            when 'findings_open' then finding.open_count
            when 'findings_new' then finding.new_count
            when 'findings_closed' then finding.closed_count
        end as counted,
        null as out_of
    from finding
    cross join {{ ref('trend_measure') }} as measure
    where measure.measure_id like 'findings%'

)

select
    as_of_date,
    measure_id,
    source,
    table_name,
    null as programme_id,
    counted,
    out_of
from of_list

union all

select
    figure.as_of_date,
    figure.measure_id,
    list_programme.source,
    list_programme.table_name,
    figure.programme_id,
    figure.counted,
    figure.out_of
from of_programme as figure
left join {{ ref('list_programme') }} as list_programme
    on figure.programme_id = list_programme.programme_id
