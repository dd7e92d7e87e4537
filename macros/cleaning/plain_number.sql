{#
    A NIK or No KK as a whole number where it is written plainly, perhaps with the `.0` of a
    float; 0 for any other form. To tell rows apart cheaply, not to go by: identify() does that.
#}
{% macro plain_number(column) -%}
    coalesce(
        case length({{ column }})
            when 16 then try_cast({{ column }} as bigint)
            when 18 then try_cast(left({{ column }}, 16) as bigint)
        end,
        0
    )
{%- endmacro %}

{# The same for a card of a drop in `registry_drop`; null where it cannot be told. #}
{% macro plain_card(column, registry_drop) -%}
    case
        when {{ registry_drop }}.zeroed_columns is null
            then nullif({{ plain_number(column) }}, 0)
    end
{%- endmacro %}
