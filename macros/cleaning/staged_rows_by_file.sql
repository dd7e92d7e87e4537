{# How many rows of each file stand in staging, over all sixteen models. #}
{% macro staged_rows_by_file() %}
    {% for source_name, tables in {
        'bapenda': ['asset'],
        'bps': ['dtsen_family', 'dtsen_member'],
        'dinsos': ['care_home', 'decision', 'objection', 'pkd'],
        'disdik': ['diploma_relief', 'kjmu', 'kjp_plus'],
        'dukcapil': ['resident'],
        'kemdiktisaintek': ['kipk'],
        'kemendikdasmen': ['pip'],
        'kemensos': ['blts', 'pkh', 'sembako'],
    }.items() %}
    {% for table in tables %}
    select
        '{{ source_name }}' as source,
        '{{ table }}' as table_name,
        batch_date,
        file,
        count(*) as row_count
    from {{ ref('stg_' ~ source_name ~ '__' ~ table) }}
    group by batch_date, file
    {{ 'union all' if not loop.last }}
    {% endfor %}
    {{ 'union all' if not loop.last }}
    {% endfor %}
{% endmacro %}
