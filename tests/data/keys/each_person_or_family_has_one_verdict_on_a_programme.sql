{{ config(group='eligibility') }}

select
    'fct_eligibility' as table_name,
    'programme_id, unit, person_id or household_id' as column_name,
    programme_id || ', ' || unit || ', '
    || coalesce(person_id, household_id, 'null') as found,
    count(*) as row_count
from {{ ref('fct_eligibility') }}
group by
    programme_id,
    unit,
    case unit when 'person' then person_id else household_id end,
    coalesce(person_id, household_id, 'null')
having
    count(*) > 1
    or programme_id is null
    or min(case unit when 'person' then person_id else household_id end) is null
