with

-- Both the row and what the register says of the owner had to be there to be seen.
dated as (

    select
        borrowed.person_id,
        borrowed.source_row_id,
        borrowed.is_plain,
        borrowed.source,
        concat(borrowed.source, ' ', borrowed.table_name) as table_name,
        greatest(
            coalesce(
                first_listed.first_listed_on, said.first_written_on, borrowed.batch_date
            ),
            coalesce(registered.first_written_on, borrowed.batch_date)
        ) as first_seen_on

    from {{ ref('number_of_another') }} as borrowed
    left join {{ ref('first_listed') }} as first_listed
        on borrowed.source_row_id = first_listed.source_row_id
    left join {{ ref('first_written') }} as said
        on borrowed.source_row_id = said.source_row_id
    left join {{ ref('first_written') }} as registered
        on borrowed.owner_row_id = registered.source_row_id

)

select
    person_id,
    table_name,
    count(*) as row_count,
    {{ first_evidence('min(source)', 'source_row_id', 'nik') }} as evidence,
    min(first_seen_on) as first_seen_on,
    bool_or(is_plain) as is_plain

from dated
group by
    person_id,
    table_name
