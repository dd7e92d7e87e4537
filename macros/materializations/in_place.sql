{#
    A table or a view is made in its place, in one transaction: whoever reads sees the one of the
    run before or the one of this run. What dbt brings along writes under another name, renames the
    old one and the new one and drops the old one, each with a context of its own; in a small town
    that takes longer than the queries (docs/adr/0026). Hooks, grants and indexes of a model have no
    place here, and no model has any.
#}
{% materialization table, adapter='duckdb', supported_languages=['sql', 'python'] %}
    {%- set table = this.incorporate(type='table') -%}
    {%- do drop_old(load_cached_relation(this)) -%}
    {%- if model.language == 'python' -%}
        {%- do adapter.commit() -%}  {# Python writes through a connection of its own #}
    {%- endif -%}
    {%- call statement('main', language=model.language) -%}
        {{ create_table_as(False, table, compiled_code, model.language) }}
    {%- endcall -%}
    {%- do persist_docs(table, model) -%}
    {%- do adapter.commit() -%}
    {{ return({'relations': [table]}) }}
{% endmaterialization %}

{% materialization view, adapter='duckdb' %}
    {%- set view = this.incorporate(type='view') -%}
    {%- do drop_old(load_cached_relation(this)) -%}
    {%- call statement('main') -%}
        {{ create_view_as(view, compiled_code) }}
    {%- endcall -%}
    {%- do persist_docs(view, model) -%}
    {%- do adapter.commit() -%}
    {{ return({'relations': [view]}) }}
{% endmaterialization %}

{# Takes away what an earlier run made under the same name, be it a table or a view. #}
{% macro drop_old(relation) %}
    {% if relation is not none %}
        {% call statement('drop_old') %}
            drop {{ relation.type }} if exists {{ relation }}
        {% endcall %}
    {% endif %}
{% endmacro %}
