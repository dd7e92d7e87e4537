with

last_week as (

    select * from {{ ref('last_week') }}

),

compared_file as (

    select * from {{ ref('compared_file') }}

),

identity as (

    select * from {{ ref('changed_identity') }}

),

subject as (

    select * from {{ ref('changed_subject') }}

),

worded_column (source, table_name, column_name, word_list) as (

    values
    {{ worded_columns() }}

),

-- Whom a row is about, and what it grants in which state: codes and states are words.
telling as (

    select
        field.source,
        field.table_name,
        field.field,
        coalesce(
            bool_or(field.tells in ('nik', 'no_kk', 'family', 'name', 'birth_date')),
            false
        ) as tells_whom,
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

),

changed as (

    select
        row_change.*,
        compared_file.batch_date

    from {{ ref('row_change') }} as row_change
    inner join compared_file
        on row_change.file_id = compared_file.file_id
    inner join last_week
        on compared_file.batch_date > last_week.was_on

),

-- A corrected number leaves one person and comes to another: the row is about both,
-- about whoever was known by that number only, and about the owner of its number.
told as (

    select
        source_row_id,
        unnest([source_row_id, previous_row_id]) as told_row_id
    from changed

),

written as (

    select
        told.source_row_id,
        coalesce(
            person.person_id,
            {{ pseudonym('p', 'pseudonym_key.pseudonym_key', 'subject.nik') }}
        ) as person_id,
        coalesce(
            card.household_id,
            {{ pseudonym('h', 'pseudonym_key.pseudonym_key', 'subject.no_kk') }}
        ) as household_id

    from told
    cross join {{ source('selaras', 'pseudonym_key') }} as pseudonym_key
    inner join subject
        on told.told_row_id = subject.source_row_id
    left join {{ ref('known_number') }} as person
        on subject.nik = person.nik
    left join {{ ref('family_card') }} as card
        on subject.no_kk = card.no_kk

),

whom as (

    select
        source_row_id,
        person_id as subject_id
    from identity
    union
    select
        source_row_id,
        household_id as subject_id
    from identity
    union
    select
        source_row_id,
        person_id as subject_id
    from written
    union
    select
        source_row_id,
        household_id as subject_id
    from written

)

select
    whom.subject_id,
    changed.source,
    changed.table_name,
    coalesce(subject.programme_id, changed.table_name) as programme_id,
    changed.change_kind,
    field.field,
    field.field is null or coalesce(telling.tells_whom, false) as tells_whom,
    field.field is null
    or coalesce(telling.tells_whom or telling.tells_standing, false)
        as tells_standing,
    changed.source_row_id,
    changed.batch_date

from changed
inner join whom
    on changed.source_row_id = whom.source_row_id and whom.subject_id is not null
inner join subject
    on changed.source_row_id = subject.source_row_id
left join {{ ref('changed_field') }} as field
    on changed.source_row_id = field.source_row_id
left join telling
    on
        changed.source = telling.source
        and changed.table_name = telling.table_name
        and field.field = telling.field
