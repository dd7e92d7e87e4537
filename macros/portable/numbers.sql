{# Whole-number division, rounding towards zero. #}
{% macro divide_whole(dividend, divisor) -%}
    (({{ dividend }}) // ({{ divisor }}))
{%- endmacro %}

{# A table function of whole numbers, both ends included; its column is `n`. #}
{% macro whole_numbers(first, last) -%}
    (select unnest(range({{ first }}, {{ last }} + 1)) as n)
{%- endmacro %}

{# In a group: the sum of its `most` largest values; unknown where `most` is. #}
{% macro sum_of_largest(value, most) -%}
    case
        when {{ most }} is not null
            then coalesce(
                list_sum(
                    list_slice(list_sort(list({{ value }}), 'desc'), 1, greatest({{ most }}, 0))
                ),
                0
            )
    end
{%- endmacro %}
