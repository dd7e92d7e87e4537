{#
    Points the source views of schema `landing` at the Parquet files of the workspace, or at the
    committed sample where nothing was landed yet. Runs before every dbt command.
#}
{% macro open_landing() %}
    {% if execute %}
        {% set home = env_var('SELARAS_HOME', flags.PROFILES_DIR ~ '/warehouse') %}
        {% set sample = flags.PROFILES_DIR ~ '/data/sample' %}
        {% set ledgers = "select count(*) from glob('" ~ as_pattern(home) ~ "/landing/ledger/**/*.parquet')" %}
        {% set landed = run_query(ledgers).columns[0].values()[0] > 0 %}
        {% set landing = (home if landed else sample) ~ '/landing' %}
        {% do run_query('create schema if not exists landing') %}
        {% for table in ['ledger', 'quarantine', 'pseudonym_key'] %}
            {% do open_landed(table, landing ~ '/' ~ table) %}
        {% endfor %}
        {% for source in graph.sources.values() if source.schema == 'landing' and source.source_name != 'selaras' %}
            {% do open_landed(source.identifier, landing ~ '/' ~ source.source_name ~ '/' ~ source.name) %}
        {% endfor %}
    {% endif %}
{% endmacro %}

{% macro open_landed(view, folder) %}
    {% do run_query(
        "create or replace view landing." ~ view ~ " as select * from read_parquet('"
        ~ as_pattern(folder) ~ "/**/*.parquet', union_by_name = true, hive_partitioning = false)"
    ) %}
{% endmacro %}

{# A path between the quotes of an SQL text, of which no sign is a joker. #}
{% macro as_pattern(path) -%}
    {{ path | replace('[', '[[]') | replace('?', '[?]') | replace('*', '[*]') | replace("'", "''") }}
{%- endmacro %}
