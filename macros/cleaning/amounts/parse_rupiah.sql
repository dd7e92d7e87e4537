{#
    Whole rupiah, exact in 64 bits, from 750000, Rp750.000, Rp 750.000,00, 750.000,00,
    750,000.00, 750000.0 or 750000.0000. Negative and unreadable amounts are null, and so are
    those outside of `least` to `most`.
    A fraction of a rupiah is left out, and fraction_note() says so.
#}
{% macro parse_rupiah(text, least=0, most=999999999999999999) -%}
    {{ value_between(
        "case
            when " ~ regex_fits(text, '[0-9]{1,18}') ~ " then cast(" ~ text ~ " as bigint)
            when " ~ text ~ " is not null
                then " ~ with_value(tidy_rupiah(text), 'tidy', parse_written_rupiah('tidy')) ~ "
        end",
        least - 1, most + 1
    ) }}
{%- endmacro %}

{# With the digits of a keyboard, without Rp and the dash of `750.000,-`. #}
{% macro tidy_rupiah(text) -%}
    {{ regex_replace(without_blanks(text), '^(RP|IDR)[.]?|(RUPIAH|IDR)$|[.,]-+$', '') }}
{%- endmacro %}

{#
    Three digits after each mark are thousands; what follows the last mark otherwise is a
    fraction. A short number with a fraction, such as 1,5, may count thousands or millions.
#}
{% macro parse_written_rupiah(tidy) -%}
    try_cast(
        case
            when {{ regex_fits(tidy, '[0-9]{1,3}([.][0-9]{3})+(,[0-9]+)?') }}
                then replace(split_part({{ tidy }}, ',', 1), '.', '')
            when {{ regex_fits(tidy, '[0-9]{1,3}(,[0-9]{3})+([.][0-9]+)?') }}
                then replace(split_part({{ tidy }}, '.', 1), ',', '')
            when {{ regex_fits(tidy, '[0-9]+([.,]0+)?|[0-9]{4,}[.,]([0-9]{1,2}|[0-9]{4,})') }}
                then split_part(replace({{ tidy }}, ',', '.'), '.', 1)
        end as bigint
    )
{%- endmacro %}

{# True where a fraction of a rupiah was written that is not nought. #}
{% macro has_fraction(text) -%}
    (
        (instr({{ text }}, ',') > 0 or instr({{ text }}, '.') > 0)
        and {{ regex_fits(
            tidy_rupiah(text),
            '[0-9]{1,3}([.][0-9]{3})+,[0-9]*[1-9][0-9]*|[0-9]{1,3}(,[0-9]{3})+[.][0-9]*[1-9][0-9]*|[0-9]{4,}[.,][0-9]*[1-9][0-9]*'
        ) }}
    )
{%- endmacro %}
