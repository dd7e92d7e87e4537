{# How many members are known to meet a condition; the unknown ones are not among them. #}
{% macro count_members(condition) -%}
    cast(count(*) filter (where {{ condition }}) as integer)
{%- endmacro %}

{# How many members may or may not meet a condition. #}
{% macro count_unknown_members(condition) -%}
    cast(count(*) filter (where ({{ condition }}) is null) as integer)
{%- endmacro %}

{# The count where every member is known, else null: an open count is not a small one. #}
{% macro count_members_if_known(condition) -%}
    case
        when count(*) filter (where ({{ condition }}) is null) = 0
            then cast(count(*) filter (where {{ condition }}) as integer)
    end
{%- endmacro %}
