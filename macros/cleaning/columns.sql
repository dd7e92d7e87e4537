{# The columns that say where a row comes from. #}
{% macro passed_through(rows) -%}
    {%- for name in ['source_row_id', 'batch_date', 'snapshot_key', 'file', 'line'] -%}
    {{ rows }}.{{ name }}{{ ',\n    ' if not loop.last }}
    {%- endfor -%}
{%- endmacro %}

{#
    A number with what is known of it, from rows that went through identify(): what can be used,
    and else the digits that were left of it, for comparing only.
#}
{% macro number_columns(name, rows='identified') -%}
    {{ rows }}.{{ name }}_number as {{ name }},
    {{ rows }}.{{ name }}_status,
    {{ rows }}.{{ name }}_repair,
    case
        when
            {{ rows }}.{{ name }}_number is null
            and {{ rows }}.{{ name }}_status in ('zeroed', 'truncated', 'same_as_card', 'malformed')
            and {{ regex_fits(rows ~ '.' ~ name ~ '_digits', '[0-9]{12,16}') }}
            then {{ rows }}.{{ name }}_digits
    end as {{ name }}_remains
{%- endmacro %}

{# What a list says of enrolment and payment; takes rows joined by join_status(). #}
{% macro status_columns() -%}
    coalesce(status_code.enrolment_status, 'unknown') as enrolment_status,
    coalesce(status_code.payment_status, 'unknown') as payment_status
{%- endmacro %}

{# What the written word of a list means for enrolment and payment, as status_code. #}
{% macro join_status(written='written_status', rows='identified') -%}
    left join {{ ref('status_code') }} as status_code
    on {{ rows }}.{{ written }} = {{ word_key('status_code.written_status') }}
{%- endmacro %}

{# The first day of a period and the day after its last; takes rows joined by join_period(). #}
{% macro period_columns(key) -%}
    {{ period_starts_on(key) }} as period_starts_on,
    {{ period_ends_on(key) }} as period_ends_on
{%- endmacro %}

{# The period that the contract, or the rule, of a list means by a number. #}
{% macro join_period(source_name, table_name, rows='identified') -%}
    left join {{ ref('list_period') }} as list_period
    on
        list_period.source = '{{ source_name }}'
        and list_period.table_name = '{{ table_name }}'
        and {{ period_number(rows ~ '.period_key') }} = list_period.period_number
{%- endmacro %}

{# A kelurahan and how it was found; takes rows joined by join_region() or join_region_name(). #}
{% macro region_columns(written) -%}
    region_found.region_code,
    case
        when region_found.region_code is not null then region_found.region_status
        when {{ written }} is null or trim({{ written }}) in ('', '-', '0') then 'missing'
        else 'unknown'
    end as region_status
{%- endmacro %}

{# By code, in the scheme declared for the source. #}
{% macro join_region(source_name, written='written_region_code', rows='identified') -%}
    left join {{ ref('region_key') }} as region_found
    on
        region_found.scheme = {{ region_scheme(source_name) }}
        and {{ rows }}.{{ written }} = region_found.written_code
{%- endmacro %}

{# By name. #}
{% macro join_region_name(written='kelurahan', rows='identified') -%}
    left join {{ ref('region_name') }} as region_found
    on {{ rows }}.{{ written }} = region_found.written_name
{%- endmacro %}

{# The meaning of a word of the files, as <word_list>_word.meaning. #}
{% macro join_word(word_list, written, rows='identified') -%}
    left join {{ ref('source_word') }} as {{ word_list }}_word
    on
        {{ word_list }}_word.word_list = '{{ word_list }}'
        and {{ rows }}.{{ written }} = {{ word_key(word_list ~ '_word.written') }}
{%- endmacro %}

{# The meaning of a code of the national register, as <alias>_code.meaning. #}
{% macro join_dtsen_code(alias, code_list, written, rows='identified') -%}
    left join {{ ref('dtsen_code') }} as {{ alias }}_code
    on
        {{ alias }}_code.code_list = '{{ code_list }}'
        and {{ rows }}.{{ written }} = {{ alias }}_code.code
{%- endmacro %}
