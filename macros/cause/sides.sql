{# Who is on the list of a programme, and whom formal work stands against, in one of two weeks. #}
{% macro sides_of(enrolment, person, phase) -%}
    select
        '{{ phase }}' as phase,
        programme_id,
        component,
        person_id,
        household_id,
        starts_on,
        monthly_amount
    from {{ enrolment }}

    union all

    select
        '{{ phase }}' as phase,
        'formal_employment' as programme_id,
        cast(null as varchar) as component,
        person_id,
        household_id,
        cast(null as date) as starts_on,
        cast(null as bigint) as monthly_amount
    from {{ person }}
    where (is_public_servant or is_state_enterprise_employee) and is_alive
{%- endmacro %}

{# The families on the lists of programmes, with what each pays them as far as it is known. #}
{% macro families_of(enrolment) -%}
    select
        programme_id,
        coalesce(household_id, family_key) as family_key,
        cast(sum(monthly_amount) as bigint) as monthly_amount
    from {{ enrolment }}
    group by
        programme_id,
        coalesce(household_id, family_key)
{%- endmacro %}
