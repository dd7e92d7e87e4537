{#
    A limit of `error / whole`, two estimated numbers: the share at which
    `error - share * whole` is as far from 0 as chance allows. What chance allows is told by the
    squared distances from the estimates to their limits, of the errors, of what is right, and
    of the two together (MOVER: method of variance estimates recovery). The lower limit with
    sign -1, the upper one with sign 1; 0 or 1 where `whole` itself is too unsure.
#}
{% macro ratio_limit(error, whole, errors, rights, both, sign) -%}
    {%- set square -%} ({{ whole }} * {{ whole }} - {{ errors }} - {{ rights }} + 2 * {{ both }}) {%- endset -%}
    {%- set middle -%} ({{ error }} * {{ whole }} - {{ errors }} + {{ both }}) {%- endset -%}
    {%- set constant -%} ({{ error }} * {{ error }} - {{ errors }}) {%- endset -%}
    case
        when {{ square }} <= 0 then {{ 1 if sign > 0 else 0 }}
        else least(1, greatest(0, (
            {{ middle }} + {{ sign }} * sqrt(greatest(
                0, {{ middle }} * {{ middle }} - {{ square }} * {{ constant }}
            ))
        ) / {{ square }}))
    end
{%- endmacro %}
