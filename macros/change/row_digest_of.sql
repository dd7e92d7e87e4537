{# The digest of every landed row of a source table, and the file that the row stands in. #}
{% macro row_digest_of(source_name, table) -%}
    select
        file_id,
        content_digest
    from {{ source(source_name, table) }}
{%- endmacro %}
