select
    'member_candidate' as table_name,
    record_id
from {{ ref('member_candidate') }}
where match_method is not null
group by record_id
having count(*) > 1

union all

select
    'list_candidate' as table_name,
    record_id
from {{ ref('list_candidate') }}
where match_method is not null
group by record_id
having count(*) > 1
