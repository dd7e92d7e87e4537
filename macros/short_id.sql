{# A stable id for what the given columns say together; a missing one counts as empty. #}
{% macro short_id(letter, columns) -%}
    concat('{{ letter }}', left({{ sha256_hex(
        "concat(" ~ (["'" ~ letter ~ "'"] + columns_as_text(columns)) | join(", '/', ") ~ ")"
    ) }}, 24))
{%- endmacro %}

{# Columns as texts, a missing one as the empty text. #}
{% macro columns_as_text(columns) -%}
    {%- set texts = [] -%}
    {%- for column in columns -%}
        {%- do texts.append("coalesce(cast(" ~ column ~ " as varchar), '')") -%}
    {%- endfor -%}
    {{ return(texts) }}
{%- endmacro %}
