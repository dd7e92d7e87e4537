{#
    Three-valued "some member": true when one is known to be, unknown when none is known to be
    but one may be, false when every one is known not to be. A group without members is unknown,
    because the left join leaves one row of nulls.
#}
{% macro any_member(condition) -%}
    case
        when coalesce(bool_or({{ condition }}), false) then true
        when bool_and(({{ condition }}) is not null) then false
    end
{%- endmacro %}
