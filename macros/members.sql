{# A member who is in school at one level; unknown where either is. #}
{% macro is_member_pupil(level) -%}
    member.is_member and member.is_in_school and member.school_level = '{{ level }}'
{%- endmacro %}

{# A member of at most, or of at least, an age in completed years; unknown where the age is. #}
{% macro is_member_up_to_age(age) -%}
    member.is_member and member.age_years <= {{ age }}
{%- endmacro %}

{% macro is_member_from_age(age) -%}
    member.is_member and member.age_years >= {{ age }}
{%- endmacro %}
