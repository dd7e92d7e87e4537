{# One row per person, or family, with what visits told of each fact that they ask for. #}
{% macro answered_facts(unit) -%}
    select
        {{ unit }}_id
        {%- for name, type in asked_facts(unit).items() %},
        cast(
            max(case when fact_id = '{{ name }}' then answer end) as {{ type }}
        ) as {{ name }}
        {%- endfor %}
    from {{ ref('fact_answer') }}
    where unit = '{{ unit }}' and standing = 'counts'
    group by {{ unit }}_id
{%- endmacro %}

{# Each fact that visits ask for: as lists tell it, and where none does as a visit told it. #}
{% macro filled_facts(unit, told, answered) -%}
    {%- for name in asked_facts(unit) -%}
    coalesce({{ told }}.{{ name }}, {{ answered }}.{{ name }}) as {{ name }}
    {{- ',\n    ' if not loop.last }}
    {%- endfor -%}
{%- endmacro %}

{#
    The facts of which a condition holds, comma separated, or null; `{0}` stands for each of them.
    Nothing is looked at of those whom nobody visited, nearly everybody; what visits told is called
    `answered`.
#}
{% macro answers_where(unit, condition) -%}
    case when answered.{{ unit }}_id is not null then nullif(concat_ws(
        ', '
        {%- for name in asked_facts(unit) %},
        case when {{ condition.format(name) }} then '{{ name }}' end
        {%- endfor %}
    ), '') end
{%- endmacro %}

{# Whether a comma separated list has the fact of an answer. #}
{% macro names_fact(list) -%}
    coalesce(array_contains(string_split({{ list }}, ', '), answer.fact_id), false)
{%- endmacro %}

{# Orders answers so that the last one counts: by the day it was given, then by its drop. #}
{% macro recency_of_answer() -%}
    concat_ws('/', counts_from, batch_date)
{%- endmacro %}

{# Facts, true or false, that no list tells: unknown until a visit tells. #}
{% macro untold(facts) -%}
    {%- for name in facts -%}
    cast(null as boolean) as {{ name }}
    {{- ',\n    ' if not loop.last }}
    {%- endfor -%}
{%- endmacro %}
