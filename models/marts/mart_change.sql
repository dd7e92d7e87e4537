with

row_change as (

    select * from {{ ref('row_change') }}

),

subject as (

    select
        source_row_id,
        coalesce(programme_id, table_name) as programme_id

    from {{ ref('changed_subject') }}

),

compared_file as (

    select * from {{ ref('compared_file') }}

)

select
    {{ pseudonym('r', 'pseudonym_key.pseudonym_key', 'row_change.source_row_id') }}
        as source_row_id,
    row_change.source,
    row_change.table_name,
    programme.programme_id,
    whom.person_id,
    whom.household_id,
    row_change.change_kind,
    field.field,
    compared_file.batch_date,
    compared_file.previous_batch_date,
    as_of.as_of_date,
    case when age.is_stale then age.age_days end as stale_days

from row_change
cross join {{ ref('as_of') }} as as_of
cross join {{ source('selaras', 'pseudonym_key') }} as pseudonym_key
inner join compared_file
    on row_change.file_id = compared_file.file_id
inner join subject
    on row_change.source_row_id = subject.source_row_id
left join {{ ref('dim_programme') }} as programme
    on subject.programme_id = programme.programme_id
left join {{ ref('source_age') }} as age
    on
        row_change.source = age.source
        and row_change.table_name = age.table_name
left join {{ ref('changed_identity') }} as whom
    on row_change.source_row_id = whom.source_row_id
left join {{ ref('changed_field') }} as field
    on row_change.source_row_id = field.source_row_id
