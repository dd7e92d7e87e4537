{# A member who is in school at one level; unknown where either is. #}
{% macro is_member_pupil(level) -%}
    member.is_member and member.is_in_school and member.school_level = '{{ level }}'
{%- endmacro %}
