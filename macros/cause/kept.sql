{# The kept facts of people or families, as columns of `table`, in the types of the vocabulary. #}
{% macro kept_columns(unit, table) -%}
    {%- for fact, type in kept_facts(unit).items() %}
    cast({{ table }}.{{ fact }} as {{ type }}) as {{ fact }}
    {%- if not loop.last %},{% endif %}
    {%- endfor %}
{%- endmacro %}

{#
    The last week that left a record, before the one that is judged: rows of that week only,
    each family under the card that it has today.
#}
{% macro of_last_week(fact) -%}
    select
        kept.* exclude (household_id),
        coalesce(renewed.household_id, kept.household_id) as household_id

    from {{ source('past', fact) }} as kept
    left join {{ ref('renewed_card') }} as renewed
        on kept.household_id = renewed.was_household_id
    where
        kept.as_of_date
        = (select last_week.was_on from {{ ref('last_week') }} as last_week)
{%- endmacro %}

{# Columns of `was` and of `now`, side by side: was_<name> and <name>. #}
{% macro then_and_now(names) -%}
    {%- for name in names %}
    was.{{ name }} as was_{{ name }},
    now.{{ name }} as {{ name }}
    {%- if not loop.last %},{% endif %}
    {%- endfor %}
{%- endmacro %}
