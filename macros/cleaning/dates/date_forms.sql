{#
    The forms in which dates arrive, read from the top: what fits is written again with the year
    first. `~` stands before a year of two digits, `#` before the serial of a spreadsheet. Texts
    come here tidy: upper case, no time of day, no name of a weekday.
#}
{% macro date_forms() -%}
    {%- set year, two, mark, month = '([0-9]{4})', '([0-9]{1,2})', '[-/., ]', '([A-Z]{3,9})' -%}
    {%- set century = '((?:19|20)[0-9]{2})' -%}
    {{- return([
        (year ~ mark ~ two ~ mark ~ two, '\\1-\\2-\\3'),
        (two ~ mark ~ two ~ mark ~ year, '\\3-\\2-\\1'),
        (two ~ mark ~ two ~ mark ~ '([0-9]{2})', '~\\3-\\2-\\1'),
        (two ~ mark ~ '*' ~ month ~ mark ~ '*' ~ year, '\\3-\\2-\\1'),
        (two ~ mark ~ '*' ~ month ~ mark ~ '*([0-9]{2})', '~\\3-\\2-\\1'),
        (month ~ mark ~ '*' ~ two ~ mark ~ '+' ~ year, '\\3-\\1-\\2'),
        (year ~ mark ~ '*' ~ month ~ mark ~ '*' ~ two, '\\1-\\2-\\3'),
        (century ~ '(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])', '\\1-\\2-\\3'),
        (century ~ '([01][0-9])([0-3][0-9])(?:[01][0-9]|2[0-3])(?:[0-5][0-9]){1,2}', '\\1-\\2-\\3'),
        ('([0-9]{5})(?:[.,][0-9]+)?', '#\\1'),
    ]) -}}
{%- endmacro %}

{# A date written again with the year first; what fits no form stays as it is. #}
{% macro year_first(tidy) -%}
    {%- set steps = namespace(text=tidy) -%}
    {%- for pattern, form in date_forms() -%}
        {%- set steps.text = regex_replace(steps.text, '^' ~ pattern ~ '$', form) -%}
    {%- endfor -%}
    {{ steps.text }}
{%- endmacro %}

{#
    A written date in upper case, with single blanks and none beside a mark, without the name of
    the weekday, the time of day and the apostrophe that spreadsheets put before a text.
#}
{% macro tidy_date(text) -%}
    {%- set clock = '(?:[01]?[0-9]|2[0-4])[:.][0-5][0-9](?:[:.][0-5][0-9](?:[.,][0-9]+)?)?' -%}
    {%- set dated = regex_replace(
        with_single_blanks(text),
        '^(SENIN|SELASA|RABU|KAMIS|JUM.?AT|SABTU|MINGGU|AHAD|(MON|TUES?|WED(NES)?|THU(RS)?|FRI|SAT(UR)?|SUN)(DAY)?)[, ]+',
        ''
    ) -%}
    {%- set day = regex_replace(dated, '[T ,]+(PUKUL |JAM )?' ~ clock ~ '( ?[AP]M)?( ?WI(B|TA|T))?$', '') -%}
    {{ regex_replace(day, ' ?([-/.,]) ?', '\\1') }}
{%- endmacro %}

{# True for an instant that names its zone, such as 1965-10-24T17:00:00.000Z. #}
{% macro is_instant(text) -%}
    {{ regex_fits(
        text,
        '\\s*[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.,][0-9]+)?)? ?(Z|UTC|GMT|[+-][0-9]{2}(:?[0-9]{2})?)\\s*'
    ) }}
{%- endmacro %}

{# The day here of such an instant. #}
{% macro day_of_instant(text) -%}
    {%- set whole = regex_replace(
        'trim(' ~ text ~ ')', '^(.{10})[T ](.{5})(?::[0-9]{2}(?:[.,][0-9]+)?)? ?', '\\1T\\2:00'
    ) -%}
    {{ day_here(regex_replace(whole, '(Z|UTC|GMT)$', '+00:00')) }}
{%- endmacro %}
