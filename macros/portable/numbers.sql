{# Whole-number division, rounding towards zero. #}
{% macro divide_whole(dividend, divisor) %}
    {{- return(adapter.dispatch('divide_whole')(dividend, divisor)) -}}
{% endmacro %}

{% macro default__divide_whole(dividend, divisor) -%}
    (({{ dividend }}) // ({{ divisor }}))
{%- endmacro %}

{% macro spark__divide_whole(dividend, divisor) -%}
    ({{ dividend }} div {{ divisor }})
{%- endmacro %}

{# A table function of whole numbers, both ends included; its column is `n`. #}
{% macro whole_numbers(first, last) %}
    {{- return(adapter.dispatch('whole_numbers')(first, last)) -}}
{% endmacro %}

{% macro default__whole_numbers(first, last) -%}
    (select unnest(range({{ first }}, {{ last }} + 1)) as n)
{%- endmacro %}

{% macro spark__whole_numbers(first, last) -%}
    (select explode(sequence({{ first }}, {{ last }})) as n)
{%- endmacro %}

{# In a group: the sum of its `most` largest values; unknown where `most` is. #}
{% macro sum_of_largest(value, most) %}
    {{- return(adapter.dispatch('sum_of_largest')(value, most)) -}}
{% endmacro %}

{% macro default__sum_of_largest(value, most) -%}
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

{% macro spark__sum_of_largest(value, most) -%}
    case
        when {{ most }} is not null
            then aggregate(
                slice(sort_array(collect_list({{ value }}), false), 1, greatest({{ most }}, 0)),
                cast(0 as decimal(38, 0)),
                (total, each) -> cast(total + each as decimal(38, 0))
            )
    end
{%- endmacro %}
