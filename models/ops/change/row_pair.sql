with

row_key as (

    select * from {{ ref('row_key') }}

),

candidate as (

    select
        now.source_row_id,
        former.source_row_id as previous_row_id,
        now.weakness

    from row_key as now
    inner join row_key as former
        on
            now.compared_id = former.compared_id
            and now.weakness = former.weakness
            and now.row_key = former.row_key
            and now.ordinal = former.ordinal
            and now.is_in_force
            and not former.is_in_force

),

surest as (

    {{ surest_pairs('candidate') }}

),

-- A row whose surest counterpart found a surer one itself gets a second chance.
left_over as (

    select candidate.*
    from candidate
    left join surest as taken
        on candidate.source_row_id = taken.source_row_id
    left join surest as given
        on candidate.previous_row_id = given.previous_row_id
    where taken.source_row_id is null and given.previous_row_id is null

)

select * from surest

union all

{{ surest_pairs('left_over') }}
