{# The pieces of a text between separators, one row each. #}
{% macro split_rows(text, separator) -%}
    unnest(string_split({{ text }}, '{{ separator }}'))
{%- endmacro %}

{#
    The rows of a group as the text of a JSON array of objects, in the order of what they say.
    `columns` are the keys of an object, each with its expression.
#}
{% macro json_rows(columns) -%}
    cast(to_json(list_sort(list({
        {%- for key, column in columns.items() %}'{{ key }}': {{ column }}{{ ', ' if not loop.last }}{% endfor -%}
    }))) as varchar)
{%- endmacro %}

{# The objects of such a text as structs of texts, one row each. #}
{% macro rows_of_json(text, keys) -%}
    unnest(from_json({{ text }}, '[{"{{ keys | join('":"VARCHAR","') }}":"VARCHAR"}]'))
{%- endmacro %}
