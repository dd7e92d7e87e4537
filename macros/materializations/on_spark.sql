{#
    On Spark everything is a table: a view there may not use a function that the session borrows
    (scripts/selaras/spark). The query goes on in DuckDB's words; where dbt hands it over, it is
    written for Spark, and what was said to be a view is one in the home's DuckDB file.
#}
{% materialization table, adapter='spark', supported_languages=['sql', 'python'] %}
    {{ return(made_on_spark('table')) }}
{% endmaterialization %}

{% materialization view, adapter='spark' %}
    {{ return(made_on_spark('view')) }}
{% endmaterialization %}

{# Makes a table or view of a model, of the columns of its contract where it has one. #}
{% macro made_on_spark(kind) %}
    {%- set table = this.incorporate(type=kind) -%}
    {%- set query = compiled_code -%}
    {%- if config.get('contract').enforced and model.language == 'sql' -%}
        {{ get_assert_columns_equivalent(query) }}
        {%- if kind == 'table' -%}  {# a view keeps the order of its query, as in DuckDB #}
            {%- set query = get_select_subquery(query) -%}
        {%- endif -%}
    {%- endif -%}
    {%- call statement('main') -%}
        create {{ kind }} {{ table }} {{ 'by python' if model.language == 'python' else 'as' }}
        {{ query }}
    {%- endcall -%}
    {%- do persist_docs(table, model) -%}
    {{ return({'relations': [table]}) }}
{% endmacro %}

{# Makes the table of a seed out of its file, which DuckDB reads on both engines. #}
{% macro spark__create_csv_table(model, agate_table) %}
    {%- set types = model.config.get('column_types', {}) -%}
    {% set query %}
        create table {{ this }} as select
        {%- for name in agate_table.column_names %}
            cast({{ name }} as {{ types.get(name, adapter.convert_type(agate_table, loop.index0)) }})
            as {{ name }}{{ ',' if not loop.last }}
        {%- endfor %}
        from read_csv('{{ model.root_path }}/{{ model.original_file_path }}', header = true, all_varchar = true)
    {% endset %}
    {% call statement('_') %}{{ query }}{% endcall %}
    {{ return(query) }}
{% endmacro %}

{# Nothing is left to load. #}
{% macro spark__load_csv_rows(model, agate_table) %}
    {{ return('') }}
{% endmacro %}

{# Texts of unit tests are written as DuckDB writes them; the seam writes them for Spark. #}
{% macro spark__escape_single_quotes(expression) %}
    {{- return(expression | replace("'", "''")) -}}
{% endmacro %}
