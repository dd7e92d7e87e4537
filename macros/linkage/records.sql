{#
    The shape in which records are compared, as rules/linkage.yml names the fields. Takes rows
    with nik, no_kk, name, birth_date, sex and region_code; `keys` are columns to keep beside.
#}
{% macro comparable(rows, keys) %}
    select
        {%- for key in keys %}
        {{ key }},
        {%- endfor %}
        nik,
        no_kk,
        name,
        name_key,
        split_part(name_key, ' ', 1) as first_word,
        split_part(name_key, ' ', -1) as last_word,
        birth_date,
        {{ regex_replace('cast(birth_date as varchar)', '-', '') }} as birth_digits,
        year(birth_date) * 12 + month(birth_date) as birth_month,
        sex,
        region_code

    from (select *, {{ spelt_as_one('name') }} as name_key from {{ rows }}) as spelt
{% endmacro %}

{# What the rows of a stage say, each description once. #}
{% macro records_of(stage) %}
    with

    named as (

        select distinct
            record_id,
            nik,
            no_kk,
            name,
            birth_date,
            sex,
            region_code

        from {{ ref(stage ~ '_unsettled') }}

    )

    {{ comparable('named', ['record_id']) }}
{% endmacro %}

{# The same for everything that a row says of whom it names, whichever list and week it is in. #}
{% macro record_id(key) -%}
    {{ pseudonym('r', key, "concat_ws('/', " ~ [
        "coalesce(nik, '')", "coalesce(no_kk, '')", "coalesce(name, '')",
        "coalesce(cast(birth_date as varchar), '')", "coalesce(sex, '')",
        "coalesce(region_code, '')"
    ] | join(', ') ~ ")") }}
{%- endmacro %}
