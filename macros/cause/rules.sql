{# What the rule book of a week says on a day. #}
{% macro said_on(rules, day) -%}
    select
        said.programme_id,
        said.part,
        said.name,
        said.says
    from {{ rules }} as said
    cross join last_week
    where {{ in_force(day, "coalesce(said.valid_from, " ~ day ~ ")", 'said.valid_to') }}
{%- endmacro %}

{# What is said otherwise, or only in one of two states of the rule book. #}
{% macro said_otherwise(one, other, cause_kind) -%}
    select
        {{ cause_kind }} as cause_kind,
        coalesce(former.programme_id, latter.programme_id) as programme_id,
        coalesce(former.part, latter.part) as part,
        coalesce(former.name, latter.name) as name,
        former.says as was_says,
        latter.says
    from {{ one }} as former
    full outer join {{ other }} as latter
        on
            former.programme_id = latter.programme_id
            and former.part = latter.part
            and former.name = latter.name
    where former.says is distinct from latter.says
{%- endmacro %}

{# Whether what reads a changed thing stands in a list of names before a step, or behind it only. #}
{% macro is_told_otherwise(names) -%}
    contains(concat(', ', kinded.{{ names }}, ', '), concat(', ', rule_change.read_by, ', '))
    != contains(
        concat(', ', kinded.was_{{ names }}, ', '), concat(', ', rule_change.read_by, ', ')
    )
{%- endmacro %}
