{#
    A table or a view is made in its place, in one transaction: whoever reads sees the one of the
    run before or the one of this run. What dbt brings along writes under another name, renames the
    old one and the new one and drops the old one, each with a context of its own; in a small town
    that takes longer than the queries (docs/adr/0026). Hooks, grants and indexes of a model have no
    place here, and no model has any. What goes, what comes and its comments are one text, since dbt
    makes half a dozen messages of every statement.
#}
{% materialization table, adapter='duckdb', supported_languages=['sql', 'python'] %}
    {%- set table = this.incorporate(type='table') -%}
    {%- set old = drop_old(load_cached_relation(this)) -%}
    {%- if model.language == 'python' -%}
        {%- if old -%}
            {%- call statement('drop_old') -%}{{ old }}{%- endcall -%}
        {%- endif -%}
        {%- do adapter.commit() -%}  {# Python writes through a connection of its own #}
        {%- call statement('main', language='python') -%}
            {{ create_table_as(False, table, compiled_code, 'python') }}
        {%- endcall -%}
        {%- do persist_docs(table, model) -%}
    {%- else -%}
        {%- call statement('main') -%}
            {{ old }}
            {{ create_table_as(False, table, compiled_code) }}
            {{ comments(table, model) }}
        {%- endcall -%}
    {%- endif -%}
    {%- do adapter.commit() -%}
    {{ return({'relations': [table]}) }}
{% endmaterialization %}

{% materialization view, adapter='duckdb' %}
    {%- set view = this.incorporate(type='view') -%}
    {%- call statement('main') -%}
        {{ drop_old(load_cached_relation(this)) }}
        {{ create_view_as(view, compiled_code) }}
        {{ comments(view, model) }}
    {%- endcall -%}
    {%- do adapter.commit() -%}
    {{ return({'relations': [view]}) }}
{% endmaterialization %}

{# Takes away what an earlier run made under the same name, be it a table or a view. #}
{% macro drop_old(relation) %}
    {%- if relation is not none -%}
        drop {{ relation.type }} if exists {{ relation }};
    {%- endif -%}
{% endmacro %}
