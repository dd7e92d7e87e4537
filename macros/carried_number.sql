{#
    Rows of a register whose number other rows of it carry under another name; numbers that
    merely share a hash are told apart later.
#}
{% macro rows_of_repeated_number(register) -%}
    select source_row_id from {{ register }}
    where nik in (
        select nik
        from {{ register }}
        where nik is not null and name_normalised is not null
        group by nik
        having min(name_normalised) != max(name_normalised)
    )
{%- endmacro %}

{# What the rows in `asked` say of themselves beside the number that they carry. #}
{% macro carried_number(rows, role) -%}
    select
        carrier.source_row_id,
        {{ role }} as role,
        carrier.nik,
        carrier.no_kk,
        carrier.name_normalised,
        carrier.birth_date
    from {{ rows }} as carrier
    inner join asked
        on carrier.source_row_id = asked.source_row_id
    where carrier.nik is not null and carrier.name_normalised is not null
{%- endmacro %}
