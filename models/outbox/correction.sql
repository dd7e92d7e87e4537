with

number as (

    select * from {{ ref('correction_of_number') }}

),

written as (

    select * from {{ ref('written_name') }}

),

cell as (

    select
        agency_id,
        source_row_id,
        role,
        cast(null as varchar) as person_id,
        cast(null as varchar) as household_id,
        column_name,
        current_value,
        proposed_value,
        reason_id,
        cast(null as varchar) as match_method,
        cast(null as double) as score
    from {{ ref('correction_of_cell') }}

),

numbered as (

    select
        number.agency_id,
        number.source_row_id,
        number.role,
        number.person_id,
        number.household_id,
        case number.field
            when 'nik' then written.nik_column
            else written.no_kk_column
        end as column_name,
        case number.field when 'nik' then written.nik else written.no_kk end
            as current_value,
        number.proposed_value,
        concat(number.field, '_to_correct') as reason_id,
        number.match_method,
        number.score

    from number
    inner join written
        on
            number.source_row_id = written.source_row_id
            and number.role = written.role

)

-- A list without such a column is asked for nothing.
select *
from numbered
where
    column_name is not null
    and trim(current_value) is distinct from proposed_value

union all

select * from cell
