{# A name as written, trimmed, with single spaces; null when nothing is left. #}
{% macro tidy_name(text) -%}
    case
        when {{ regex_found(text, '^\\s|\\s$|\\s\\s|[^\\x20-\\x7E]') }}
            then nullif(trim({{ regex_replace(
                regex_replace(text, '\\p{Cf}+', ''), '[\\s\\p{Z}\\p{Cc}]+', ' '
            ) }}), '')
        else nullif({{ text }}, '')
    end
{%- endmacro %}

{#
    The name to compare by: upper case, letters A to Z and single spaces only, without accents
    and titles, with abbreviations written out; null when no such letter is left, for what is not
    there proves nothing. Takes a tidy name. Most names need no more than upper case.
#}
{% macro normalise_name(name) -%}
    {%- set folded = without_accents('upper(' ~ name ~ ')') -%}
    case
        when {{ regex_found('upper(' ~ name ~ ')', needs_normalising()) }}
            then nullif(trim({{ expand_name(folded) }}), '')
        else upper({{ name }})
    end
{%- endmacro %}

{# The pattern of a name that is not yet as names are compared. #}
{% macro needs_normalising() -%}
    [^A-Z ]|^({{ name_titles() }}|M|MD|ST|SITTI) |(^| )(ABD|{{ muhammad_forms() }})( |$)| ALMH?$
{%- endmacro %}

{# Titles that stand before a name, as alternatives of a pattern. #}
{% macro name_titles() -%}
    HJ|H|K[. ]*H|DRS|DRA|DR|IR|PROF|USTADZ|USTAZ|UST|TN|NY|NN|SDR|SDRI|BPK|IBU|ALM|ALMH|R|RR|RA
{%- endmacro %}

{# Short and other spellings of Muhammad, as alternatives of a pattern. #}
{% macro muhammad_forms() -%}
    MOH|MUH|MHD|MOCH|MUHD|MOHD|MUHAMAD|MOHAMAD|MOHAMMAD|MOCHAMAD|MOCHAMMAD|MUCHAMAD|MUCHAMMAD|MUHAMMED
{%- endmacro %}

{#
    What follows the first comma is a degree; what stands before the name is a title, and the
    mark of the late (`alm.`) may stand anywhere. Takes a name in upper case.
#}
{% macro expand_name(name) -%}
    {%- set upper = regex_replace("split_part(" ~ name ~ ", ',', 1)", "[`\\x{27}\\x{B4}\\x{2BB}-\\x{2BF}\\x{2018}-\\x{201B}\\x{2032}]", '') -%}
    {%- set alive = regex_replace(upper, '[(] *ALMH?[.]? *[)]| ALMH?[.]?$', ' ') -%}
    {%- set plain = regex_replace(alive, '^(\\s*(' ~ name_titles() ~ ')[. ]+)+', '') -%}
    {%- set degrees = regex_replace(plain, '( (S|M|A)[.] ?[A-Z]{1,4}[.]?)+$', '') -%}
    {%- set letters = regex_replace(degrees, '[^A-Z]+', ' ') -%}
    {%- set muhammad = regex_replace(letters, '^ ?(M|MD) |\\b(' ~ muhammad_forms() ~ ')\\b', 'MUHAMMAD ') -%}
    {%- set abdul = regex_replace(muhammad, '\\bABD\\b', 'ABDUL') -%}
    {%- set siti = regex_replace(abdul, '^ ?(ST|SITTI) ', 'SITI ') -%}
    {{ regex_replace(siti, ' +', ' ') }}
{%- endmacro %}
