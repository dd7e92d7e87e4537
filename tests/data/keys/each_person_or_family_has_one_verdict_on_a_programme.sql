{{ config(group='eligibility') }}

with

verdict as (

    select
        programme_id,
        case unit when 'person' then person_id else household_id end as judged_id
    from {{ ref('fct_eligibility') }}

)

select
    'fct_eligibility' as table_name,
    'programme_id, person_id or household_id' as column_name,
    programme_id || ', ' || coalesce(judged_id, 'null') as found,
    count(*) as row_count
from verdict
group by programme_id, judged_id
having count(*) > 1 or programme_id is null or judged_id is null
