{# A member who is in school at one level; unknown where either is. #}
{% macro is_member_pupil(level) -%}
    member.is_member and member.is_in_school and member.school_level = '{{ level }}'
{%- endmacro %}

{# A member of at most, or of at least, an age in completed years; unknown where the age is. #}
{% macro is_member_up_to_age(age) -%}
    member.is_member and member.age_years <= {{ age }}
{%- endmacro %}

{# A member of at least an age in completed years; unknown where the age is. #}
{% macro is_member_from_age(age) -%}
    member.is_member and member.age_years >= {{ age }}
{%- endmacro %}

{# In a group of people `member`: what the family has because of how old they are. #}
{% macro facts_of_ageing_members() -%}
    {{ any_member("member.is_member and member.is_pregnant") }} as has_pregnant_member,
    {{ count_members_if_known("member.is_member and member.is_pregnant") }}
        as pregnant_count,
    {{ any_member(is_member_up_to_age(var("child_to_age"))) }} as has_child_0_6,
    {{ count_members_if_known(is_member_up_to_age(var("child_to_age"))) }}
        as child_0_6_count,
    {{ any_member(is_member_from_age(var("elderly_from_age"))) }} as has_elderly_member,
    {{ count_members_if_known(is_member_from_age(var("elderly_from_age"))) }}
        as elderly_count
{%- endmacro %}
