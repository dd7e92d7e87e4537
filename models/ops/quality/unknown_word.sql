with

worded_column (source, table_name, column_name, word_list) as (

    values
    {{ worded_columns() }}

),

told as (

    select
        unread.source,
        unread.table_name,
        unread.batch_date,
        unread.file,
        unread.column_name,
        worded_column.word_list,
        {{ word_key('unread.written') }} as word_key,
        min(unread.written) as written,
        min(unread.line) as first_line,
        count(*) as row_count

    from {{ ref('unread_cell') }} as unread
    left join worded_column
        on
            unread.source = worded_column.source
            and unread.table_name = worded_column.table_name
            and unread.column_name = worded_column.column_name
    where unread.note = 'unknown_word'
    group by all

),

asked as (

    select distinct
        word_list,
        word_key
    from told

),

-- The nearest known word is offered to people and never taken.
nearest as (

    select
        asked.word_list,
        asked.word_key,
        max_by(
            known_word.written, {{ likeness('asked.word_key', 'known_word.word_key') }}
        ) as nearest_word,
        max(known_word.kept_in) as kept_in

    from asked
    inner join {{ ref('known_word') }} as known_word
        on asked.word_list = known_word.word_list
    group by all

)

select
    told.source,
    told.table_name,
    told.batch_date,
    told.file,
    told.column_name,
    told.written,
    told.first_line,
    told.row_count,
    cast(told.row_count as double) / ledger.rows_accepted as row_share,
    nearest.nearest_word,
    nearest.kept_in,
    sum(told.row_count) over by_column >= {{ var('unknown_words').least_rows }}
    and sum(told.row_count) over by_column
    >= {{ var('unknown_words').share }} * ledger.rows_accepted as are_too_many

from told
inner join {{ source('selaras', 'ledger') }} as ledger
    on
        told.source = ledger.source
        and told.table_name = ledger.table_name
        and told.batch_date = ledger.batch_date
        and told.file = ledger.file
left join nearest
    on
        told.word_list = nearest.word_list
        and told.word_key = nearest.word_key
window by_column as (
    partition by
        told.source, told.table_name, told.batch_date, told.file, told.column_name
)
