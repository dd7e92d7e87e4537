{# Whether sex and age allow a pregnancy; null while nothing known of them speaks against one. #}
{% macro may_be_pregnant(person) -%}
    (
        {{ person }}.sex != 'male'
        and {{ person }}.age_years between
        {{ var('childbearing_age').from }} and {{ var('childbearing_age').to }}
    )
{%- endmacro %}
