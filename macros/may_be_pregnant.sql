{# Whether sex and age allow a pregnancy; null while nothing known of them speaks against one. #}
{% macro may_be_pregnant(sex, age_years) -%}
    (
        {{ sex }} != 'male'
        and {{ age_years }} between
        {{ var('childbearing_age').from }} and {{ var('childbearing_age').to }}
    )
{%- endmacro %}

{#
    Whether somebody is pregnant: a list that says so of somebody who cannot be decides nothing;
    who is on no list is not when she cannot be.
#}
{% macro is_pregnant(is_listed, may_be) -%}
    case
        when {{ is_listed }}
            then case when {{ may_be }} is not false then true end
        when not {{ may_be }} then false
    end
{%- endmacro %}

{# Whether a list named somebody as pregnant, told by what was made of it at that age. #}
{% macro was_listed_as_pregnant(person, age_years) -%}
    (
        coalesce({{ person }}.is_pregnant, false)
        or (
            {{ person }}.is_pregnant is null
            and not coalesce({{ may_be_pregnant(person ~ '.sex', age_years) }}, true)
        )
    )
{%- endmacro %}
