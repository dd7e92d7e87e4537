{#
    Written by `selaras compile` from rules/linkage.yml: how sure is sure enough.
#}
{% macro linkage(figure) -%}
    {{ {
        'digest': "'561eeffda73b'", 'match': '0.999', 'review': '0.2', 'lead': '7.0'
    }[figure] }}
{%- endmacro %}

{# What each comparison found and weighs, as one text. #}
{% macro linkage_evidence() -%}
    concat_ws(
        '; ',
        'name ' || name_level || ' ' || cast(name_weight as varchar),
        'birth_date ' || birth_date_level || ' ' || cast(birth_date_weight as varchar),
        'sex ' || sex_level || ' ' || cast(sex_weight as varchar),
        'kelurahan ' || kelurahan_level || ' ' || cast(kelurahan_weight as varchar),
        'family_card ' || family_card_level || ' ' || cast(family_card_weight as varchar),
        'number ' || number_level || ' ' || cast(number_weight as varchar)
    )
{%- endmacro %}
