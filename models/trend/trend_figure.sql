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
        coalesce(sum(unit_count) filter (where coverage = 'open'), 0) as open_count,
        sum(unit_count) as unit_count

    from coverage
    group by all

),

figure as (

    {{ figures('list_week', ['source', 'table_name'], 'name_count', {
        'usable_number': 'numbered_count',
        'matched': 'matched_count',
    }) }}
    union all by name
    {{ figures('undetermined', ['programme_id'], 'unit_count', {
        'undetermined': 'open_count',
    }) }}
    union all by name
    {{ figures(ref('trend_leak'), ['programme_id'], 'enrolled_count', {
        'leaked': 'leaked_count',
        'leaked_now_known': 'leaked_now_known_count',
    }) }}
    union all by name
    {{ figures(ref('trend_finding'), ['programme_id'], 'null', {
        'findings_open': 'open_count',
        'findings_new': 'new_count',
        'findings_closed': 'closed_count',
    }) }}

)

-- What is about a programme is about its list.
select
    figure.as_of_date,
    figure.measure_id,
    coalesce(figure.source, list_programme.source) as source,
    coalesce(figure.table_name, list_programme.table_name) as table_name,
    figure.programme_id,
    figure.counted,
    figure.out_of

from figure
left join {{ ref('list_programme') }} as list_programme
    on figure.programme_id = list_programme.programme_id
