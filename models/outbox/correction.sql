with

-- A number by its name, a cell by its column.
asked as (

    select
        agency_id,
        source_row_id,
        role,
        person_id,
        household_id,
        field,
        proposed_value,
        concat(field, '_to_correct') as reason_id,
        match_method,
        score
    from {{ ref('correction_of_number') }}

    union all by name

    select
        agency_id,
        source_row_id,
        role,
        column_name,
        current_value,
        proposed_value,
        reason_id
    from {{ ref('correction_of_cell') }}

),

placed as (

    select
        asked.* exclude (column_name, current_value),
        case asked.field
            when 'nik' then written.nik_column
            when 'no_kk' then written.no_kk_column
            else asked.column_name
        end as column_name,
        case asked.field
            when 'nik' then written.nik
            when 'no_kk' then written.no_kk
            else asked.current_value
        end as current_value,
        written.source,
        written.table_name,
        written.batch_date,
        written.snapshot_key,
        concat_ws(
            '/', written.own_number, written.nik, written.no_kk, written.full_name,
            written.birth_date
        ) as written_identity

    from asked
    inner join {{ ref('written_name') }} as written
        on
            asked.source_row_id = written.source_row_id
            and asked.role = written.role

)

-- A list without such a column is asked for nothing.
select * exclude (field)
from placed
where
    field is null
    or (
        column_name is not null
        and trim(current_value) is distinct from proposed_value
    )
