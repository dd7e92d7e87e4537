{# What rows of a register say that tells who is meant, as one number to group by. #}
{% macro told_key(row) -%}
    {{ hash_number([row ~ '.no_kk', row ~ '.name_normalised', row ~ '.birth_date']) }}
{%- endmacro %}

{# The number to group by of every row of a register that has one, and its NIK. #}
{% macro told_keys(register) -%}
    select
        {{ told_key('told') }} as told_key,
        told.nik
    from {{ register }} as told
    where
        told.nik is not null
        and told.no_kk is not null
        and told.name_normalised is not null
        and told.birth_date is not null
{%- endmacro %}
