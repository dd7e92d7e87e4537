{#
    What two rows of the civil registry agree on beside the name, as columns. `row` and `other` are
    aliases with nik, no_kk and birth_date.
#}
{% macro agreements(row, other) -%}
    coalesce({{ row }}.birth_date = {{ other }}.birth_date, false) as has_same_birth_date,
        coalesce({{ row }}.no_kk = {{ other }}.no_kk, false) as has_same_card,
        {{ edit_distance(row ~ '.nik', other ~ '.nik') }} <= {{ var('near_number_edits') }}
            as has_near_number
{%- endmacro %}

{# True when two rows of one name agree on two of birth date, family card and a near number. #}
{% macro is_proof() -%}
    cast(has_same_birth_date as integer)
    + cast(has_same_card as integer)
    + cast(has_near_number as integer) >= 2
{%- endmacro %}
