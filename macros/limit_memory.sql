{#
    Bounds the memory of DuckDB by SELARAS_MEMORY, which `selaras` sets from what the machine has
    (scripts/selaras/memory.py). Without it DuckDB takes up to 80 % of what there is.
#}
{% macro limit_memory() %}
    {% set limit = env_var('SELARAS_MEMORY', '') %}
    {% if execute and limit and target.type == 'duckdb' %}
        {% do run_query("set memory_limit = '" ~ limit ~ "'") %}
    {% endif %}
{% endmacro %}
