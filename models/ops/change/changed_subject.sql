with

changed_row as (

    select * from {{ ref('changed_row') }}

),

-- Of equal rows, only as many as have no counterpart in the other file.
left_over as (

    select source_row_id
    from changed_row
    qualify row_number() over (
        partition by compared_id, is_in_force, content_digest
        order by file_id desc, line desc
    ) <= surplus

),

told as (

    select
        changed_row.*,
        changed_row.cells[telling.nik] as written_nik,
        changed_row.cells[telling.no_kk] as written_no_kk,
        changed_row.cells[telling.full_name] as written_name,
        changed_row.cells[telling.birth_date] as written_birth_date,
        changed_row.cells[telling.own_number] as own_number,
        changed_row.cells[telling.programme_id] as programme,
        changed_row.cells[telling.about] as about,
        changed_row.cells[telling.detail_text] as detail,
        telling.family_card is not null as is_about_family

    from changed_row
    inner join left_over
        on changed_row.source_row_id = left_over.source_row_id
    inner join {{ ref('telling_column') }} as telling
        on
            changed_row.source = telling.source
            and changed_row.table_name = telling.table_name

)

select
    source,
    table_name,
    compared_id,
    is_in_force,
    file_id,
    source_row_id,
    line,
    {{ number_told('written_nik') }} as nik,
    {{ number_told('written_no_kk') }} as no_kk,
    is_about_family,
    {{ normalise_name(tidy_name('written_name')) }} as full_name,
    {{ parse_date('written_birth_date') }} as birth_date,
    own_number,
    lower(trim(programme)) as programme_id,
    concat_ws('/', programme, about) as about,
    detail

from told
