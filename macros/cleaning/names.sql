{# A name as written, trimmed, with single spaces; null when nothing is left. #}
{% macro tidy_name(text) -%}
    case
        when {{ regex_found(text, '^\\s|\\s$|\\s\\s|[^\\x20-\\x7E]') }}
            then nullif(trim({{ regex_replace(text, '[\\s\\x{A0}\\x{200B}-\\x{200F}\\x{202F}\\x{2060}\\x{FEFF}]+', ' ') }}), '')
        else nullif({{ text }}, '')
    end
{%- endmacro %}

{#
    The name to compare by: upper case, letters and single spaces only, without titles, with
    abbreviations written out. Takes a tidy name. Most names need no more than upper case.
#}
{% macro normalise_name(name) -%}
    case
        when {{ regex_found('upper(' ~ name ~ ')', needs_normalising()) }}
            then coalesce(
                nullif(trim({{ expand_name(name) }}), ''),
                nullif(trim({{ regex_replace('upper(' ~ name ~ ')', '[^A-Z]+', ' ') }}), '')
            )
        else upper({{ name }})
    end
{%- endmacro %}

{% macro needs_normalising() -%}
    [^A-Z ]|^({{ name_titles() }}|M|MD|ST|SITTI) |(^| )(ABD|{{ muhammad_forms() }})( |$)
{%- endmacro %}

{% macro name_titles() -%}
    HJ|H|KH|K\\.?H|DRS|DRA|DR|IR|PROF|USTADZ|USTAZ|UST|TN|NY|NN|SDR|SDRI|BPK|IBU|ALM|ALMH|R|RR|RA
{%- endmacro %}

{% macro muhammad_forms() -%}
    MOH|MUH|MHD|MOCH|MUHD|MOHD|MUHAMAD|MOHAMAD|MOHAMMAD|MOCHAMAD|MOCHAMMAD|MUCHAMAD|MUCHAMMAD|MUHAMMED
{%- endmacro %}

{# What follows the first comma is a degree; what stands before the name is a title. #}
{% macro expand_name(name) -%}
    {%- set upper = regex_replace("split_part(upper(" ~ name ~ "), ',', 1)", "[`\\x{27}\\x{2018}\\x{2019}]", '') -%}
    {%- set plain = regex_replace(upper, '^(\\s*(' ~ name_titles() ~ ')[. ]+)+', '') -%}
    {%- set degrees = regex_replace(plain, '( (S|M|A)[.] ?[A-Z]{1,4}[.]?)+$', '') -%}
    {%- set letters = regex_replace(degrees, '[^A-Z]+', ' ') -%}
    {%- set muhammad = regex_replace(letters, '^ ?(M|MD) |\\b(' ~ muhammad_forms() ~ ')\\b', 'MUHAMMAD ') -%}
    {%- set abdul = regex_replace(muhammad, '\\bABD\\b', 'ABDUL') -%}
    {%- set siti = regex_replace(abdul, '^ ?(ST|SITTI) ', 'SITI ') -%}
    {{ regex_replace(siti, ' +', ' ') }}
{%- endmacro %}
