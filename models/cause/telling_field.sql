{{ config(materialized='ephemeral') }}

with

worded_column (source, table_name, column_name, word_list) as (

    values
    {{ worded_columns() }}

)

-- Whom a row is about, and what it grants in which state: codes and states are words.
select
    field.source,
    field.table_name,
    field.field,
    coalesce(
        bool_or(field.tells in ('nik', 'no_kk', 'family', 'name', 'birth_date')),
        false
    ) as tells_whom,
    coalesce(bool_or(field.tells in ('no_kk', 'family')), false) as is_card,
    coalesce(
        bool_or(
            field.tells in ('about', 'programme') or worded.word_list is not null
        ),
        false
    ) as tells_standing

from {{ ref('source_field') }} as field
left join worded_column as worded
    on
        field.source = worded.source
        and field.table_name = worded.table_name
        and field.column_name = worded.column_name
where field.field is not null
group by
    field.source,
    field.table_name,
    field.field
