{#
    Points the source views of schema `audit` at the draws of the workspace and the answers that
    came back (scripts/selaras/audit): one folder a draw. Each has the columns of its source, and
    no row where nothing was drawn. Runs before every dbt command, behind `open_landing`.
#}
{% macro open_audit() %}
    {% if execute %}
        {% set home = env_var('SELARAS_HOME', flags.PROFILES_DIR ~ '/warehouse') %}
        {% do run_query('create schema if not exists audit') %}
        {% for table in graph.sources.values() if table.source_name == 'audit' %}
            {% do run_query(
                'create or replace view audit.' ~ table.identifier ~ ' as ' ~ audit_rows(
                    home ~ '/audit', table.name, table.columns.values()
                )
            ) %}
        {% endfor %}
    {% endif %}
{% endmacro %}

{#
    The rows of one kind of file of all draws, with the columns of the source; none where nothing was drawn.
#}
{% macro audit_rows(folder, name, columns) -%}
    {%- set files = as_pattern(folder) ~ '/*/' ~ name ~ '.parquet' -%}
    {%- set found = run_query("select count(*) from glob('" ~ files ~ "')").columns[0].values()[0] -%}
    select
        {% for column in columns %}
        cast({{ column.name if found else 'null' }} as {{ column.data_type }}) as {{ column.name }},
        {% endfor %}
    {% if found %}
    from read_parquet('{{ files }}', union_by_name = true, hive_partitioning = false)
    {% else %}
    where false
    {% endif %}
{%- endmacro %}
