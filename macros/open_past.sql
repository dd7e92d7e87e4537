{#
    Points the source views of schema `past` at what the weeks before this one left behind
    (scripts/selaras/history): one folder a week, for every day of a landed drop before the day
    to judge on. Each fact has the columns of its model in the room `history`; a column that an
    older week did not have yet is null, and where no week left a fact it is empty. Runs before
    every dbt command, behind `open_landing`. Of a fact of which nobody asks for more than the week
    before this one (`only_last_week`), no other is opened.
#}
{% macro open_past() %}
    {% if execute %}
        {% do run_query('create schema if not exists past') %}
        {% set home = env_var('SELARAS_HOME', flags.PROFILES_DIR ~ '/warehouse') %}
        {% for fact in graph.sources.values() if fact.source_name == 'past' %}
            {% set files = run_query(past_files(home ~ '/history', fact.name)).columns[0].values() %}
            {% set files = files[-1:] if fact.config.meta.only_last_week else files %}
            {% set columns = graph.nodes['model.' ~ project_name ~ '.' ~ fact.name].columns.values() %}
            {% do run_query(
                'create or replace view past.' ~ fact.identifier ~ ' as ' ~ past_rows(columns, files)
            ) %}
        {% endfor %}
    {% endif %}
{% endmacro %}

{# The files of a fact, of every week with a landed drop before the day to judge on. #}
{% macro past_files(history, fact) -%}
    with

    ledger as (

        select distinct batch_date from landing.ledger

    ),

    today as (

        select
            coalesce(
                try_cast(nullif('{{ day_asked_for() }}', '') as date), max(batch_date)
            ) as as_of_date
        from ledger

    )

    select file.file
    from glob('{{ as_pattern(history) }}/as_of_date=*/{{ fact }}.parquet') as file
    inner join ledger
        on file.file = '{{ history | replace("'", "''") }}/as_of_date=' || ledger.batch_date || '/{{ fact }}.parquet'
    inner join today
        on ledger.batch_date < today.as_of_date
    order by ledger.batch_date
{%- endmacro %}

{# The rows of Parquet files with the columns of a contract, whichever of them the files have. #}
{% macro past_rows(columns, files) -%}
    select
        {% for column in columns %}
        cast({{ column.name }} as {{ column.data_type }}) as {{ column.name }},
        {% endfor %}
    from (
        select
            {% for column in columns %}
            cast(null as {{ column.data_type }}) as {{ column.name }},
            {% endfor %}
        where false
        {% if files %}
        union all by name
        select * from read_parquet(
            [{% for file in files %}'{{ as_pattern(file) }}', {% endfor %}],
            union_by_name = true, hive_partitioning = false
        )
        {% endif %}
    )
{%- endmacro %}
