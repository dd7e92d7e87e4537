{# The notes of a row as one comma-separated text; null when there are none. #}
{% macro notes(expressions) -%}
    nullif(concat_ws(
        ',',
        reading_note,
        {{ expressions | join(',\n        ') }}
    ), '')
{%- endmacro %}

{# Says what was done to a number, or why it is not used. #}
{% macro number_note(name) -%}
    case
        when {{ name }}_status not in ('valid', 'missing')
            then '{{ name }}_' || {{ name }}_status
    end
{%- endmacro %}

{#
    What was done to a row in reading, as `notes`, and what was written in it and not read, as
    `unread`. `others` are notes on numbers; the rest names cells by the note that they get where
    nothing was read: {written: read, ...}. `unread_words` is a column that tells of more cells with
    unknown words, as unread_cell() does.
#}
{% macro notes_and_unread(
    others=[], bad_date={}, bad_amount={}, bad_number={}, unknown_word={}, unknown_place={},
    unread_words=none
) -%}
    {%- set cells = {
        'bad_date': bad_date, 'bad_amount': bad_amount, 'bad_number': bad_number,
        'unknown_word': unknown_word, 'unknown_place': unknown_place,
    } -%}
    {%- set told = others | list -%}
    {%- set unread = [] -%}
    {%- for note, columns in cells.items() if columns -%}
        {%- set more = unread_words if note == 'unknown_word' -%}
        {%- do told.append(unread_note(note, columns, more)) -%}
        {%- for written, read in columns.items() -%}
            {%- do unread.append(unread_cell(note, written, read)) -%}
        {%- endfor -%}
        {%- if more -%}{%- do unread.append(more) -%}{%- endif -%}
    {%- endfor -%}
    {%- if bad_date -%}
        {%- do told.append(two_digit_year_note(bad_date)) -%}
        {%- do told.append(month_first_note(bad_date)) -%}
    {%- endif -%}
    {%- if bad_amount -%}{%- do told.append(fraction_note(bad_amount)) -%}{%- endif -%}
    {{ notes(told) }} as notes,
    {{ 'nullif(concat_ws(chr(30), ' ~ unread | join(', ') ~ "), '')" if unread
        else 'cast(null as varchar)' }} as unread
{%- endmacro %}

{# True for a cell in which something is written; a dash says that nothing is. #}
{% macro is_written(cell) -%}
    (
        case
            when {{ cell }} is not null then trim({{ cell }}) not in ('', '-')
            when blank_cells is not null then {{ regex_found('blank_cells', hidden_cell(cell)) }}
            else false
        end
    )
{%- endmacro %}

{#
    The pattern of a cell, among those that landed as blank, that says that something is there and
    not known: a failed formula, `#####` where a column was too narrow, `***`, `?`.
#}
{% macro hidden_cell(cell) -%}
    "{{ cell.split('.') | last }}":"([^"]*([#?*]|(?i:diketahui))[^"]*)"
{%- endmacro %}

{#
    Says that something was written which could not be read: {written: read, ...}; `more` is a column
    of such cells.
#}
{% macro unread_note(note, columns, more=none) -%}
    case
        when
            {%- for written, read in columns.items() %}
            {{ 'or ' if not loop.first }}({{ read }} is null and {{ is_written(written) }})
            {%- endfor %}
            {{- '\n            or ' ~ more ~ ' is not null' if more }}
            then '{{ note }}'
    end
{%- endmacro %}

{# The note, the column and the text of a cell that was written and not read. #}
{% macro unread_cell(note, written, read) -%}
    case
        when {{ read }} is null and {{ is_written(written) }}
            then '{{ note }}' || chr(31) || '{{ written.split('.') | last }}' || chr(31)
                || coalesce(
                    {{ written }},
                    {{ regex_replace('blank_cells', '^.*' ~ hidden_cell(written) ~ '.*$', '\\1') }}
                )
    end
{%- endmacro %}

{# Says that the century of a date was not written. #}
{% macro two_digit_year_note(columns) -%}
    case
        when
            {%- for written in columns %}
            {{ 'or ' if not loop.first }}{{ has_two_digit_year(written) }}
            {%- endfor %}
            then 'two_digit_year'
    end
{%- endmacro %}

{# Says that the month of a date stood before its day. #}
{% macro month_first_note(columns) -%}
    case
        when
            {%- for written in columns %}
            {{ 'or ' if not loop.first }}{{ written }}_turned = 'month'
            {%- endfor %}
            then 'month_first'
    end
{%- endmacro %}

{# Says that a fraction of a rupiah was left out. #}
{% macro fraction_note(columns) -%}
    case
        when
            {%- for written, read in columns.items() %}
            {{ 'or ' if not loop.first }}({{ read }} is not null and {{ has_fraction(written) }})
            {%- endfor %}
            then 'fraction_left_out'
    end
{%- endmacro %}

{# Says that the day inside the NIK speaks of the other sex (a woman's has 40 added). #}
{% macro sex_note(name, sex='sex') -%}
    case
        when
            {{ name }}_status in ('valid', 'repaired', 'float')
            and (
                ({{ sex }} = 'female' and {{ name }}_day <= 31)
                or ({{ sex }} = 'male' and {{ name }}_day > 31)
            )
            then 'sex_conflict'
    end
{%- endmacro %}
