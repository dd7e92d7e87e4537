{#
    The facts that differ between `was`, `aged` (the same facts on the day of today) and `now`,
    three rows of kept facts: a list of structs with the fact and its three values as text.
#}
{% macro facts_that_differ(unit) %}
    {{- return(adapter.dispatch('facts_that_differ', 'selaras')(unit)) -}}
{% endmacro %}

{% macro default__facts_that_differ(unit) -%}
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

{% macro spark__facts_that_differ(unit) -%}
    filter(
        array(
            {%- for fact in kept_facts(unit) %}
            named_struct(
                'fact_id', '{{ fact }}',
                'was', cast(was.{{ fact }} as string),
                'aged', cast(aged.{{ fact }} as string),
                'now', cast(now.{{ fact }} as string)
            )
            {%- if not loop.last %},{% endif %}
            {%- endfor %}
        ),
        each -> not (each.was <=> each.aged and each.aged <=> each.now)
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

{# In a group of switches: a map from each of those that meet a condition to its step. #}
{% macro steps_by(switch, condition) %}
    {{- return(adapter.dispatch('steps_by', 'selaras')(switch, condition)) -}}
{% endmacro %}

{% macro default__steps_by(switch, condition) -%}
    map_from_entries(
        coalesce(
            list({'k': {{ switch }}, 'v': step}) filter (where {{ condition }}), []
        )
    )
{%- endmacro %}

{% macro spark__steps_by(switch, condition) -%}
    map_from_entries(
        collect_list(struct({{ switch }} as k, step as v)) filter (where {{ condition }})
    )
{%- endmacro %}

{# The step at which today's verdict stands: behind those of all facts. #}
{% macro last_step() -%}
    1000000
{%- endmacro %}
