{#
    What an agency may see, as `entitled`: takes rows with the agency in `agency`. Every value that
    another agency supplied goes through shown().
#}
{% macro join_entitled(agency) -%}
    inner join {{ ref('entitled') }} as entitled
    on {{ agency }} = entitled.agency_id
{%- endmacro %}

{#
    True where an agency may see a field that another one supplied, or supplied it itself. The
    supplier is an agency or a folder of lists; where none is known, nobody may see it.
#}
{% macro is_shown(supplier, field) -%}
    coalesce(
        array_contains(entitled.may_see, concat({{ supplier }}, '/', {{ field }}))
        or array_contains(entitled.may_see, concat({{ supplier }}, '/*')),
        false
    )
{%- endmacro %}

{# A value that another agency supplied, where it may be seen; else nothing. #}
{% macro shown(value, supplier, field) -%}
    case when {{ is_shown(supplier, "'" ~ field ~ "'") }} then {{ value }} end
{%- endmacro %}

{# Which register tells something: the civil registry where it writes so itself. #}
{% macro told_by(civil_registry_does) -%}
    case when {{ civil_registry_does }} then 'dukcapil' else 'bps' end
{%- endmacro %}
