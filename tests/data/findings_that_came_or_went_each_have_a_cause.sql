{{ config(group='cause') }}

select changed.finding_id
from {{ ref('changed_finding') }} as changed
left join {{ ref('week_finding_cause') }} as cause
    on changed.finding_id = cause.finding_id
where cause.finding_id is null
