{#
    A unit test asks DuckDB once what columns its query has, and once for its rows. What dbt brings
    along makes an empty table of the query to see its columns, and writes every column of an input
    into every row of it; that takes longer than the tests. On Spark dbt's own macros do it.
#}
{% materialization unit, adapter='duckdb' %}
    {%- set rows = config.get('expected_rows') -%}
    {%- set types = column_types(compiled_code) -%}
    {%- set names = rows[0] if rows else types -%}
    {%- set quoted = {} -%}
    {%- for name in types -%}{%- do quoted.update({name: adapter.quote(name)}) -%}{%- endfor -%}
    {%- set expected = config.get('expected_sql') or get_expected_sql(rows, types, quoted) -%}
    {%- set compared = [] -%}
    {%- for name in names -%}{%- do compared.append(quoted[name | lower]) -%}{%- endfor -%}
    {%- call statement('main', fetch_result=True) -%}
        {{ get_unit_test_sql(compiled_code, expected, compared) }}
    {%- endcall -%}
    {{ return({'relations': []}) }}
{% endmaterialization %}

{# The type of each column of a table or query by its name in small letters. #}
{% macro column_types(query) %}
    {%- set types = {} -%}
    {%- for column in run_query('describe ' ~ query) -%}
        {%- do types.update({column[0] | lower: column[1]}) -%}
    {%- endfor -%}
    {{ return(types) }}
{% endmacro %}

{# The rows of an input as a query: what a row does not name is null. #}
{% macro get_fixture_sql(rows, column_name_to_data_types) %}
    {%- if target.type != 'duckdb' -%}
        {{ return(dbt.get_fixture_sql(rows, column_name_to_data_types)) }}
    {%- endif -%}
    {%- set types = column_types(this) -%}
    select
    {%- for name, type in types.items() %}
        cast(null as {{ type }}) as {{ adapter.quote(name) }}{{ ',' if not loop.last }}
    {%- endfor %}
    where false
    {%- for row in rows %}
    union all by name
    select
        {%- for name, value in format_row(row, types).items() %}
        {{ value }} as {{ adapter.quote(name) }}{{ ',' if not loop.last }}
        {%- endfor %}
    {%- endfor %}
{% endmacro %}

{# The values of a row as SQL, each of the type of its column. #}
{% macro format_row(row, column_name_to_data_types) %}
    {%- if target.type != 'duckdb' -%}
        {{ return(dbt.format_row(row, column_name_to_data_types)) }}
    {%- endif -%}
    {%- set cells = {} -%}
    {%- for name, value in row.items() -%}
        {%- set type = column_name_to_data_types.get(name | lower) -%}
        {%- if type is none -%}
            {{ exceptions.raise_compiler_error("No column " ~ name ~ " in what is given or expected.") }}
        {%- endif -%}
        {%- set literal = quoted_text(value) if value is string else 'null' if value is none else value -%}
        {%- do cells.update({name | lower: 'cast(' ~ literal ~ ' as ' ~ type ~ ')'}) -%}
    {%- endfor -%}
    {{ return(cells) }}
{% endmacro %}
