{# The order in which the people and families that a row names stand for the row. #}
{% macro role_rank(role) -%}
    case {{ role }}
        when 'recipient' then 1
        when 'member' then 2
        when 'family' then 3
        else 4
    end
{%- endmacro %}
