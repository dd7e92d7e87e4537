{# The largest value among the members that count, or null where one of the values is unknown. #}
{% macro max_if_known(value, counts) -%}
    case
        when bool_and(({{ counts }}) is not null and (not ({{ counts }}) or {{ value }} is not null))
            then max({{ value }}) filter (where {{ counts }})
    end
{%- endmacro %}
