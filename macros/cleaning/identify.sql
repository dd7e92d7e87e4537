{#
    Reads the NIK and the No KK of every row and says what became of each of them.

    rows          a relation or CTE with number_cells and zeroed_columns
    nik, no_kk    columns as they arrived; either may be left out
    nik_as        what to call the person number where a row names more than one person
    birth_date    a date expression of that person, or left out

    Adds <name>_number (null when unusable), <name>_status and <name>_repair, where <name> is
    nik_as or no_kk, and <name>_day for notes on the sex. Every step is a macro of
    number_steps.sql that adds one column to the rows of the step before.
#}
{% macro identify(rows, nik=none, no_kk=none, nik_as='nik', birth_date=none) %}
    {%- set numbers = {} %}
    {%- if nik %}{% do numbers.update({nik_as: nik}) %}{% endif %}
    {%- if no_kk %}{% do numbers.update({'no_kk': no_kk}) %}{% endif %}
    {%- set steps = [
        ('is_plain', number_is_plain), ('text', number_text),
        ('bare', number_bare), ('digits', number_digits), ('is_whole', number_is_whole),
        ('day', number_day), ('form', number_form), ('fault', number_fault),
        ('date', number_date),
    ] %}
    with

    step_0 as (

        select
            *,
            {{ date_digits(birth_date) if birth_date else 'cast(null as integer)' }}
                as {{ nik_as }}_birth

        from {{ rows }}

    ),
    {% for step, expression in steps %}
    step_{{ loop.index }} as (

        select
            *,
            {%- for name, column in numbers.items() %}
            {{ expression(name, column) }} as {{ name }}_{{ step }}{{ '' if loop.last else ',' }}
            {%- endfor %}

        from step_{{ loop.index0 }}

    ),
    {% endfor %}
    paired as (

        select
            *,
            {{ is_swapped(nik_as) if nik and no_kk else 'false' }} as {{ nik_as }}_is_swapped,
            {{ is_same(nik_as) if nik and no_kk else 'false' }} as {{ nik_as }}_is_same

        from step_{{ steps | length }}

    ),

    judged as (

        select
            *,
            {{ nik_status(nik_as) if nik }}{{ ',' if nik and no_kk }}
            {{ no_kk_status(nik_as) if no_kk }}

        from paired

    )

    select
        *,
        {{ usable_number(nik_as, 'no_kk' if no_kk else nik_as, nik_as) if nik }}{{ ',' if nik and no_kk }}
        {{ usable_number('no_kk', nik_as if nik else 'no_kk', nik_as) if no_kk }}

    from judged
{% endmacro %}

{#
    True when the two columns were exchanged: the card column holds the birth date, plain or
    with 40 added to the day, and the person column holds another date. Without a birth date
    the day alone tells: a card is never issued on a day above 31, so that is a woman's NIK.
#}
{% macro is_swapped(name) -%}
    coalesce(
        {{ name }}_fault is null
        and no_kk_fault is null
        and {{ name }}_day <= 31
        and case
            when {{ name }}_birth is null then no_kk_day > 31
            else {{ name }}_date != {{ name }}_birth and no_kk_date = {{ name }}_birth
        end,
        false
    )
{%- endmacro %}

{# True when both columns hold one number, which cannot be both. #}
{% macro is_same(name) -%}
    coalesce({{ name }}_fault is null and {{ name }}_digits = no_kk_digits, false)
{%- endmacro %}

{# What became of a NIK in reading, in one word. #}
{% macro nik_status(name) -%}
    case
        when {{ name }}_is_swapped then 'swapped'
        when {{ name }}_fault is not null then {{ name }}_fault
        when
            {{ name }}_is_same
            and {{ name }}_day <= 31
            and ({{ name }}_birth is null or {{ name }}_date != {{ name }}_birth)
            then 'same_as_card'
        when {{ name }}_date != {{ name }}_birth then 'date_conflict'
        when {{ name }}_form = 'plain' then 'valid'
        when {{ name }}_form = 'float' then 'float'
        else 'repaired'
    end as {{ name }}_status
{%- endmacro %}

{# What became of a No KK in reading, in one word. #}
{% macro no_kk_status(name) -%}
    case
        when {{ name }}_is_swapped then 'swapped'
        when no_kk_fault is not null then no_kk_fault
        when
            {{ name }}_is_same
            and (no_kk_day > 31 or {{ name }}_birth is null or no_kk_date = {{ name }}_birth)
            then 'same_as_card'
        when no_kk_day > 31 then 'malformed'
        when no_kk_form = 'plain' then 'valid'
        when no_kk_form = 'float' then 'float'
        else 'repaired'
    end as no_kk_status
{%- endmacro %}

{# The number to go by and the repair that led to it; both null when nothing is usable. #}
{% macro usable_number(name, other, pair) -%}
    case
            when {{ pair }}_is_swapped then {{ other }}_digits
            when {{ name }}_status in ('valid', 'repaired', 'float', 'date_conflict')
                then {{ name }}_digits
        end as {{ name }}_number,
        case
            when {{ pair }}_is_swapped then 'swapped'
            when
                {{ name }}_form != 'plain'
                and {{ name }}_status in ('repaired', 'float', 'date_conflict')
                then {{ name }}_form
        end as {{ name }}_repair
{%- endmacro %}
