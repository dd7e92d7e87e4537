{#
    How often one date column of each file in force writes what can only be day and month, only
    month and day, or either: one row per file and mark between the numbers.
#}
{% macro day_and_month_counts(landed_table, column) -%}
    {%- set parts = "split_part(translate(heads.head, '/.', '--'), '-', " -%}
    select
        heads.file_id,
        '{{ column }}' as column_name,
        heads.mark,
        coalesce(sum(heads.row_count) filter (where heads.first_number > 12), 0)
            as day_first_rows,
        coalesce(sum(heads.row_count) filter (where heads.second_number > 12), 0)
            as month_first_rows,
        coalesce(sum(heads.row_count) filter (
            where
            heads.first_number <= 12
            and heads.second_number <= 12
            and heads.first_number != heads.second_number
        ), 0) as either_rows

    from (

        select
            *,
            {{ regex_part('heads.head', '[-/.]') }} as mark,
            cast({{ parts }}1) as integer) as first_number,
            cast({{ parts }}2) as integer) as second_number

        from (

            select
                landed.file_id,
                left({{ bare_date('landed.' ~ column) }}, 6) as head,
                count(*) as row_count

            from {{ landed_table }} as landed
            inner join {{ ref('snapshot_file') }} as snapshot_file
                on
                    landed.file_id = snapshot_file.file_id
                    and snapshot_file.is_in_force
            where landed.{{ column }} is not null and substr(landed.{{ column }}, 5, 1) != '-'
            group by landed.file_id, left({{ bare_date('landed.' ~ column) }}, 6)

        ) as heads
        where {{ regex_fits('heads.head', '[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]?[0-9]?') }}

    ) as heads
    group by heads.file_id, heads.mark
{%- endmacro %}

{# A written date that begins with a digit of a keyboard, where it begins with a digit at all. #}
{% macro bare_date(text) -%}
    case
        when left({{ text }}, 1) between '0' and '9' then {{ text }}
        else {{ regex_replace(keyboard_signs(text), '^[\\s\\p{Z}\\p{Cf}\\x{27}"=]+', '') }}
    end
{%- endmacro %}

{# The same for every date column of the contracts, one below the other. #}
{% macro all_day_and_month_counts() -%}
    {%- set counts = [] -%}
    {%- for table in contract_values() -%}
        {%- for column in date_columns(table) -%}
            {%- do counts.append(day_and_month_counts(source(*table.split('.')), column)) -%}
        {%- endfor -%}
    {%- endfor -%}
    {{ counts | join('\n    union all\n    ') }}
{%- endmacro %}

{#
    One row per file with a date that may not be day first: the mark and the first letter of the
    order, as `<column>_order`.
#}
{% macro date_orders_by_file(columns) %}
    select
        file_id,
        {%- for column in columns %}
        nullif(concat_ws(
            '',
            {%- for mark in ['/', '-', '.'] %}
            max('{{ mark }}' || left(date_order, 1)) filter (
                where column_name = '{{ column }}' and mark = '{{ mark }}'
            ){{ ',' if not loop.last }}
            {%- endfor %}
        ), '') as {{ column }}_order{{ ',' if not loop.last }}
        {%- endfor %}
    from {{ ref('date_order') }}
    where date_order != 'day_first'
    group by file_id
{% endmacro %}

{#
    What stands before the day in one written date: null for nothing, as a rule; `month` where
    the file writes the month first, or where it proves no order and the NIK of the row tells so;
    `either` where nothing tells. Takes rows of rows_in_force() that name the column in `dates`.
#}
{% macro turned(column, nik='null') -%}
    {%- set bare = bare_date(column) -%}
    {%- set order -%}
        substr(
            {{ column }}_order,
            instr({{ column }}_order, {{ regex_part(bare, '[-/.]') }}) + 1,
            1
        )
    {%- endset -%}
    case
        when {{ column }}_order is null then null
        when not {{ regex_fits(bare, '[0-9]{1,2}[-/.][0-9]{1,2}[-/.].*') }} then null
        when {{ order }} = 'm' or ({{ order }} in ('e', 'u') and {{ nik_tells(nik, bare) }} = 'm')
            then 'month'
        when {{ order }} = 'e' and {{ nik_tells(nik, bare) }} is null then 'either'
    end
{%- endmacro %}

{#
    Which of day (`d`) and month (`m`) stands first in a written date, by the birth day inside a
    plain NIK; null where the NIK holds neither. Of two equal numbers, either may stand first.
#}
{% macro nik_tells(nik, column) -%}
    {%- set numbers = "split_part(translate(" ~ column ~ ", '/.', '--'), '-', " -%}
    {%- set first = 'cast(' ~ numbers ~ '1) as integer)' -%}
    {%- set second = 'cast(' ~ numbers ~ '2) as integer)' -%}
    {%- set digits = regex_replace('cast(' ~ nik ~ ' as varchar)', '[^0-9]', '') -%}
    {%- set day = 'try_cast(substr(' ~ digits ~ ', 7, 2) as integer) % 40' -%}
    {%- set month = 'try_cast(substr(' ~ digits ~ ', 9, 2) as integer)' -%}
    case
        when {{ first }} = {{ second }} then 'd'
        when coalesce(length({{ digits }}), 0) not in (16, 17) then null
        when {{ first }} = {{ day }} and {{ second }} = {{ month }} then 'd'
        when {{ first }} = {{ month }} and {{ second }} = {{ day }} then 'm'
    end
{%- endmacro %}

{# A tidy date with the day before the month; null where it can be read both ways. #}
{% macro turned_date(tidy, turned) -%}
    {%- set two = '([0-9]{1,2})' -%}
    case
        when {{ turned }} = 'month'
            then {{ regex_replace(
                tidy, '^' ~ two ~ '([-/. ])' ~ two ~ '([-/. ].*)$', '\\3\\2\\1\\4'
            ) }}
        when {{ turned }} is null then {{ tidy }}
        when {{ regex_fits(tidy, '([0-9]+)[-/. ](1[3-9]|[23][0-9])[-/. ].*') }} then null
        when {{ regex_fits(tidy, '(1[3-9]|[23][0-9])[-/. ].*') }} then {{ tidy }}
    end
{%- endmacro %}
