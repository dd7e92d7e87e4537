{#
    The facts that differ between `was`, `aged` (the same facts on the day of today) and `now`,
    three rows of kept facts: a list of structs with the fact and its three values as text.
#}
{% macro facts_that_differ(unit) -%}
    list_filter(
        [
            {%- for fact in kept_facts(unit) %}
            {{ values_of_fact(fact) }}
            {%- if not loop.last %},{% endif %}
            {%- endfor %}
        ],
        lambda each: each.was is distinct from each.aged or each.aged is distinct from each.now
    )
{%- endmacro %}

{# One fact with its three values as text: of then, aged and of today. #}
{% macro values_of_fact(fact) -%}
    {
        'fact_id': '{{ fact }}',
        'was': cast(was.{{ fact }} as varchar),
        'aged': cast(aged.{{ fact }} as varchar),
        'now': cast(now.{{ fact }} as varchar)
    }
{%- endmacro %}

{#
    The kept facts as they are at a step: each has the value of today from the step on at which
    it is switched, before it that of last week, aged from the step on at which only the day
    has changed it. `switches` is a map of facts to steps.
#}
{% macro facts_at_step(unit, step, switches, is_new) -%}
    {%- for fact in kept_facts(unit) %}
    case
        when {{ is_new }} or {{ step }} >= {{ switches }}['{{ fact }}'] then now.{{ fact }}
        when {{ step }} >= {{ switches }}['{{ fact }}@day'] then aged.{{ fact }}
        else was.{{ fact }}
    end as {{ fact }}
    {%- if not loop.last %},{% endif %}
    {%- endfor %}
{%- endmacro %}

{# Whose objection to which criterion held, or may have held, of those whose verdict changed. #}
{% macro objections_of(changed, objection, phase) -%}
    select
        changed.programme_id,
        changed.unit_id,
        rtrim(objection.criterion_id, '?') as criterion_id,
        {{ phase }} as phase,
        max(case when objection.criterion_id like '%?' then 'perhaps' else 'true' end) as held

    from {{ changed }} as changed
    inner join {{ objection }} as objection
        on
            changed.programme_id = objection.programme_id
            and changed.unit_id = case
                when changed.unit = 'person' then objection.person_id
                else objection.household_id
            end
    group by
        changed.programme_id,
        changed.unit_id,
        rtrim(objection.criterion_id, '?')
{%- endmacro %}

{# True where two rows are about one fact of one subject, as one programme asks for it. #}
{% macro is_same_fact(row, other) -%}
    {{ row }}.programme_id = {{ other }}.programme_id
            and {{ row }}.unit_id = {{ other }}.unit_id
            and {{ row }}.kind = {{ other }}.kind
            and {{ row }}.subject_id = {{ other }}.subject_id
            and {{ row }}.fact_id = {{ other }}.fact_id
{%- endmacro %}

{# In a group: a map of one column to another, of the rows that meet a condition. #}
{% macro map_by(key, value, condition='true') -%}
    map_from_entries(
        coalesce(
            list({'k': {{ key }}, 'v': {{ value }}}) filter (where {{ condition }}), []
        )
    )
{%- endmacro %}

{# The step at which today's verdict stands: behind those of all facts. #}
{% macro last_step() -%}
    1000000
{%- endmacro %}

{# A parameter as a state has it, in place of the one that the rule book has on its day. #}
{% macro figure_at(state, name, type) -%}
    case
        when {{ state }}.figures['{{ name }}'] is null then parameter.{{ name }}
        else cast(nullif({{ state }}.figures['{{ name }}'], '') as {{ type }})
    end
{%- endmacro %}

{# What names a fact of a subject, as one programme asks for it. #}
{% macro same_fact(row) -%}
    {%- for name in ['programme_id', 'unit_id', 'kind', 'subject_id', 'fact_id'] -%}
    {{ row }}.{{ name }}{{ ', ' if not loop.last }}
    {%- endfor -%}
{%- endmacro %}

{# A list that came, or whose period began, as the cause of what rests on it. #}
{% macro news_of_list(new_list) -%}
    case when {{ new_list }}.is_new then 'data' else 'time' end as cause_kind,
    {{ new_list }}.source,
    {{ new_list }}.table_name,
    cast(null as varchar) as field,
    case when {{ new_list }}.is_new then 'new_list' else 'list_begins' end as change_kind,
    cast(null as varchar) as source_row_id,
    {{ new_list }}.batch_date
{%- endmacro %}
