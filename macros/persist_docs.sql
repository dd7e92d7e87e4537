{#
    The descriptions of a model under contract, as comments on it and its columns, in one statement.
    dbt's own asks for the columns first and writes twice, which takes as long as a small model.
    A build on Spark has them in the DuckDB file to which its tables are brought.
#}
{% macro duckdb__persist_docs(relation, model, for_relation, for_columns) %}
    {{ commented(relation, model) }}
{% endmacro %}

{% macro spark__persist_docs(relation, model, for_relation, for_columns) %}
    {{ commented(relation, model) }}
{% endmacro %}

{# Puts those comments on what was made. #}
{% macro commented(relation, model) %}
    {% if config.persist_relation_docs() %}
        {% call statement('comments') %}{{ comments(relation, model) }}{% endcall %}
    {% endif %}
{% endmacro %}

{# The statements of those comments; none where a model has none. #}
{% macro comments(relation, model) %}
    {% if config.persist_relation_docs() %}
        comment on {{ relation.type }} {{ relation }} is {{ quoted_text(model.description) }};
        {% for column in model.columns.values() %}
        comment on column {{ relation }}.{{ column.name }} is {{ quoted_text(column.description) }};
        {% endfor %}
    {% endif %}
{% endmacro %}

{# A text between the quotes of SQL. #}
{% macro quoted_text(text) -%}
    '{{ text | replace("'", "''") }}'
{%- endmacro %}
