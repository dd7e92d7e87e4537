{#
    Wilson's limit of a share with the correction for continuity (Newcombe's method 4), which
    holds what it promises for a handful of visits too: the lower one with sign -1, the upper one
    with sign 1. `spread` is one over the number of units that were drawn at random, or over the
    number that would be as exact; 0 where every unit was seen, and the limit is the share itself; null where nothing is known.
#}
{% macro wilson_limit(share, spread, sign) -%}
    {%- set z = var('audit_z') -%}
    case
        when {{ spread }} is null then {{ 1 if sign > 0 else 0 }}
        when {{ share }} = {{ 1 if sign > 0 else 0 }} then {{ share }}
        else greatest(0, least(1, (
            2 * {{ share }} + ({{ z }} * {{ z }} + {{ sign }}) * {{ spread }}
            + {{ sign }} * {{ z }} * sqrt(greatest(0, {{ spread }} * (
                4 * {{ share }} * (1 - {{ share }})
                + {{ spread }} * (
                    {{ z }} * {{ z }} + {{ 2 * sign }} - {{ spread }} - {{ 4 * sign }} * {{ share }}
                )
            )))
        ) / (2 * (1 + {{ z }} * {{ z }} * {{ spread }}))))
    end
{%- endmacro %}
