{#
    True when two rows that carry one number can be about one person: the words of a name in any
    order, names alike on the same
    birth date, or nearly equal on another one that is not years away, as a father and a son of
    one name are; what is missing contradicts nothing.
    `row` and `other` are aliases with name_normalised and birth_date.
#}
{% macro is_same_person(row, other) -%}
    (coalesce(
        {{ row }}.name_normalised = {{ other }}.name_normalised
        or {{ are_same_words(row ~ '.name_normalised', other ~ '.name_normalised') }}
        or {{ likeness(row ~ '.name_normalised', other ~ '.name_normalised') }}
        >= case
            when {{ row }}.birth_date != {{ other }}.birth_date
                then {{ var("same_name_likeness").on_other_birth_date }}
            else {{ var("same_name_likeness").on_same_birth_date }}
        end,
        true
    )
    and coalesce(
        abs(year({{ row }}.birth_date) - year({{ other }}.birth_date))
        <= {{ var("same_name_likeness").most_years_apart }},
        true
    ))
{%- endmacro %}
