{#
    Whole rupiah, exact in 64 bits, from 750000, Rp750.000, Rp 750.000,00, 750.000,00,
    750,000.00 or 750000.0. Negative and unreadable amounts are null.
#}
{% macro parse_rupiah(text) -%}
    case
        when {{ regex_fits(text, '[0-9]{1,18}') }} then try_cast({{ text }} as bigint)
        when {{ text }} is not null then {{ parse_written_rupiah(tidy_rupiah(text)) }}
    end
{%- endmacro %}

{# Without Rp, blanks and the dash of `750.000,-`. #}
{% macro tidy_rupiah(text) -%}
    {%- set upper = 'upper(' ~ text ~ ')' -%}
    {{ regex_replace(upper, '^[\\s\\x{A0}]*(RP|IDR)[.]?|[\\s\\x{A0}\\x{202F}]|[.,]-+$', '') }}
{%- endmacro %}

{# Three digits after each mark are thousands; one or two at the end are cents. #}
{% macro parse_written_rupiah(tidy) -%}
    try_cast(
        case
            when {{ regex_fits(tidy, '[0-9]{1,3}([.][0-9]{3})+(,[0-9]{1,2})?') }}
                then replace(split_part({{ tidy }}, ',', 1), '.', '')
            when {{ regex_fits(tidy, '[0-9]{1,3}(,[0-9]{3})+([.][0-9]{1,2})?') }}
                then replace(split_part({{ tidy }}, '.', 1), ',', '')
            when {{ regex_fits(tidy, '[0-9]+([.,][0-9]{1,2})?') }}
                then split_part(replace({{ tidy }}, ',', '.'), '.', 1)
        end as bigint
    )
{%- endmacro %}
