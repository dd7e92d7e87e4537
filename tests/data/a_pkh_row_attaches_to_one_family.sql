select source_row_id
from {{ ref('match') }}
where table_name = 'pkh'
group by source_row_id
having count(distinct coalesce(household_id, '')) > 1
