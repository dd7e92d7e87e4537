{#
    Points the source views of schema `landing` at the Parquet files of the workspace, or at the
    committed sample where nothing was landed yet. A list of which no file ever came is empty: it
    has the columns of its contract and those of landing. Runs before every dbt command.
#}
{% macro open_landing() %}
    {% if execute %}
        {% set home = env_var('SELARAS_HOME', flags.PROFILES_DIR ~ '/warehouse') %}
        {% set sample = flags.PROFILES_DIR ~ '/data/sample' %}
        {% set landing = (home if parquet_files(home ~ '/landing/ledger') else sample) ~ '/landing' %}
        {% do run_query('create schema if not exists landing') %}
        {% for table in ['ledger', 'quarantine', 'pseudonym_key'] %}
            {% do open_landed(table, landed_files(landing ~ '/' ~ table)) %}
        {% endfor %}
        {% do open_landed('acceptance', landed_acceptances(landing ~ '/accepted.json')) %}
        {% for source in graph.sources.values() if source.schema == 'landing' and source.source_name != 'selaras' %}
            {% set folder = landing ~ '/' ~ source.source_name ~ '/' ~ source.name %}
            {% do open_landed(
                source.identifier,
                landed_files(folder) if parquet_files(folder) else landed_nothing(source.columns)
            ) %}
        {% endfor %}
    {% endif %}
{% endmacro %}

{# How many Parquet files a folder holds, in any depth. #}
{% macro parquet_files(folder) %}
    {% set count = "select count(*) from glob('" ~ as_pattern(folder) ~ "/**/*.parquet')" %}
    {{ return(run_query(count).columns[0].values()[0]) }}
{% endmacro %}

{# Makes one view of the schema landing. #}
{% macro open_landed(view, query) %}
    {% do run_query('create or replace view landing.' ~ view ~ ' as ' ~ query) %}
{% endmacro %}

{# The rows of all Parquet files below a folder. #}
{% macro landed_files(folder) -%}
    select * from read_parquet(
        '{{ as_pattern(folder) }}/**/*.parquet', union_by_name = true, hive_partitioning = false
    )
{%- endmacro %}

{# What people accepted, and why; no row where nobody was asked yet. #}
{% macro landed_acceptances(file) -%}
    {%- set types = {
        'kind': 'varchar', 'batch_date': 'varchar', 'file': 'varchar', 'sha256': 'varchar',
        'measure_id': 'varchar', 'subject_id': 'varchar', 'figure_before': 'double',
        'figure_now': 'double', 'reason': 'varchar', 'accepted_by': 'varchar',
        'accepted_at': 'varchar',
    } -%}
    {% set count = "select count(*) from glob('" ~ as_pattern(file) ~ "')" %}
    {% if run_query(count).columns[0].values()[0] %}
    select * from read_json('{{ as_pattern(file) }}', columns = {{ types }})
    {% else %}
    select
        {% for name, type in types.items() %}
        cast(null as {{ type }}) as {{ name }},
        {% endfor %}
    where false
    {% endif %}
{%- endmacro %}

{# No row, with every column of a list as text and with those that landing adds to each. #}
{% macro landed_nothing(columns) -%}
    select
        {% for name in columns %}
        cast(null as varchar) as "{{ name }}",
        {% endfor %}
        {% for name in [
            'extra', 'blank_cells', 'number_cells', 'reading_note', 'snapshot_key', 'file', 'file_id',
            'content_digest', 'source_row_id',
        ] %}
        cast(null as varchar) as {{ name }},
        {% endfor %}
        cast(null as date) as batch_date,
        cast(null as bigint) as line
    where false
{%- endmacro %}

{# A path between the quotes of an SQL text, of which no sign is a joker. #}
{% macro as_pattern(path) -%}
    {{ path | replace('[', '[[]') | replace('?', '[?]') | replace('*', '[*]') | replace("'", "''") }}
{%- endmacro %}
