with

double_row as (

    select
        double_row.*,
        first_written.first_written_on

    from {{ ref('double_row') }} as double_row
    inner join {{ ref('first_written') }} as first_written
        on double_row.source_row_id = first_written.source_row_id

)

-- Neither of the two is given up: people decide whether they are one.
select
    one.person_id,
    other.person_id as other_person_id,
    min(greatest(one.first_written_on, other.first_written_on)) as first_seen_on,
    concat_ws(
        '; ',
        max({{ evidence_item('one.source', 'one.source_row_id', 'nik') }}),
        max({{ evidence_item('other.source', 'other.source_row_id', 'nik') }})
    ) as evidence

from double_row as one
inner join double_row as other
    on
        {{ is_same_on_card('one', 'other') }}
        and one.person_id < other.person_id
group by
    one.person_id,
    other.person_id
