{#
    The descriptions of a model under contract, as comments on it and its columns, in one statement.
    dbt's own asks for the columns first and writes twice, which takes as long as a small model.
#}
{% macro duckdb__persist_docs(relation, model, for_relation, for_columns) %}
    {% if config.persist_relation_docs() %}
        {% call statement('comments') %}
            comment on {{ relation.type }} {{ relation }} is {{ quoted_text(model.description) }};
            {% for column in model.columns.values() %}
            comment on column {{ relation }}.{{ column.name }} is {{ quoted_text(column.description) }};
            {% endfor %}
        {% endcall %}
    {% endif %}
{% endmacro %}

{# A text between the quotes of SQL. #}
{% macro quoted_text(text) -%}
    '{{ text | replace("'", "''") }}'
{%- endmacro %}
