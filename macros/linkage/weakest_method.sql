{# How weak the way is in which a row was attached, as <alias>.weakness. #}
{% macro join_weakness(method, alias='way') -%}
    left join {{ ref('match_method') }} as {{ alias }}
        on {{ method }} = {{ alias }}.match_method
{%- endmacro %}

{# In a group: the weakest of the ways in which its rows were attached. #}
{% macro weakest_method(method, alias='way') -%}
    max_by({{ method }}, {{ alias }}.weakness)
{%- endmacro %}

{# The weaker of two ways in which one row was attached, or the only one that is told. #}
{% macro weaker_method(alias, other_alias) -%}
    case
        when
            {{ other_alias }}.weakness is null
            or {{ alias }}.weakness >= {{ other_alias }}.weakness
            then {{ alias }}.match_method
        else {{ other_alias }}.match_method
    end
{%- endmacro %}
