{# Whom a fact is about that a rule of a unit reads: `household.x`, `member.x` or plain `x`. #}
{% macro fact_unit(name, unit) -%}
    case split_part({{ name }}, '.', 1)
        when 'household' then 'household'
        when 'member' then 'person'
        else {{ unit }}
    end
{%- endmacro %}

{# Its name in the vocabulary. #}
{% macro fact_id(name) -%}
    case
        when split_part({{ name }}, '.', 1) in ('household', 'member')
            then split_part({{ name }}, '.', 2)
        else {{ name }}
    end
{%- endmacro %}
