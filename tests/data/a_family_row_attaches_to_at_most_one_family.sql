select
    source_row_id,
    role

from {{ ref('match') }}
where role in ('family', 'recipient')
group by
    source_row_id,
    role
having count(*) > 1 or count(distinct household_id) > 1
