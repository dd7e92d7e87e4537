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

{#
    A name with old and new spelling made one: oe and u, dj and j, tj and c, ch and kh and h, sj
    and sy, nj and ny, ph and v and f, double letters and single ones.
#}
{% macro spelt_as_one(name) -%}
    {%- set pairs = [
        ('OE', 'U'), ('DJ', 'J'), ('TJ', 'C'), ('SJ', 'SY'), ('NJ', 'NY'), ('KH', 'H'),
        ('CH', 'H'), ('PH', 'F'), ('V', 'F'), ('DH', 'D'), ('TH', 'T'), ('AA', 'A'), ('II', 'I'),
        ('LL', 'L'), ('MM', 'M'), ('NN', 'N'), ('SS', 'S'), ('TT', 'T'), ('DD', 'D'), ('RR', 'R'),
    ] -%}
    {%- set text = namespace(value=name) -%}
    {%- for old, new in pairs -%}
        {%- set text.value = "replace(" ~ text.value ~ ", '" ~ old ~ "', '" ~ new ~ "')" -%}
    {%- endfor -%}
    {{ text.value }}
{%- endmacro %}

{# The same for everything that a row says of whom it names, whichever list and week it is in. #}
{% macro record_id(key) -%}
    {{ pseudonym('r', key, "concat_ws('/', " ~ [
        "coalesce(nik, '')", "coalesce(no_kk, '')", "coalesce(name, '')",
        "coalesce(cast(birth_date as varchar), '')", "coalesce(sex, '')",
        "coalesce(region_code, '')"
    ] | join(', ') ~ ")") }}
{%- endmacro %}
