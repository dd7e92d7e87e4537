{#
    True when two rows tell one name, birth date and family card; what is missing is like nothing.
    `row` and `other` are aliases with no_kk, birth_date and name_normalised.
#}
{% macro is_same_on_card(row, other) -%}
    {{ row }}.no_kk = {{ other }}.no_kk
            and {{ row }}.birth_date = {{ other }}.birth_date
            and {{ row }}.name_normalised = {{ other }}.name_normalised
{%- endmacro %}
