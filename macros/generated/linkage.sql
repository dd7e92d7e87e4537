{#
    Written by `selaras compile` from rules/linkage.yml: how sure is sure enough.
#}
{% macro linkage(figure) -%}
    {{ {
        'digest': "'561eeffda73b'", 'match': '0.999', 'review': '0.2', 'lead': '7.0',
        'largest_block': '300'
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

{# Every record under the key of each blocking rule that it has; `id` is its column. #}
{% macro blocking_keys(id, records) -%}
    select
        {{ id }},
        blocking_rule,
        block_key

    from (
        select
            {{ id }},
            {{ block_key(['no_kk']) }} as card,
            {{ block_key(['left(nik, 12)']) }} as number_without_serial,
            {{ block_key(['substr(nik, 7, 10)']) }} as number_without_place,
            {{ block_key([
                'left(nik, 10)', 'substr(nik, 13, 4)'
            ]) }} as number_without_year,
            {{ block_key([
                'left(nik, 6)', 'substr(nik, 11, 6)'
            ]) }} as number_without_day_and_month,
            {{ block_key(['first_word', 'birth_date']) }} as first_word_and_birth_date,
            {{ block_key(['last_word', 'birth_date']) }} as last_word_and_birth_date,
            {{ block_key([
                'name_key', 'year(birth_date)', 'month(birth_date)'
            ]) }} as name_and_month_of_birth,
            {{ block_key([
                'name_key', 'month(birth_date)', 'day(birth_date)'
            ]) }} as name_and_birthday,
            {{ block_key([
                'name_key', 'year(birth_date)', 'month(birth_date) + day(birth_date)'
            ]) }} as name_and_swapped_date,
            {{ block_key(['name_key', 'region_code']) }} as name_and_kelurahan,
            {{ block_key(['birth_date', 'region_code']) }} as birth_date_and_kelurahan
        from {{ records }}
    ) as record
    unpivot (
        block_key for blocking_rule in (
            card,
            number_without_serial,
            number_without_place,
            number_without_year,
            number_without_day_and_month,
            first_word_and_birth_date,
            last_word_and_birth_date,
            name_and_month_of_birth,
            name_and_birthday,
            name_and_swapped_date,
            name_and_kelurahan,
            birth_date_and_kelurahan
        )
    )
{%- endmacro %}
