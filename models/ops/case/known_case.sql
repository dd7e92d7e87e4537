{{ config(materialized='view') }}

select
    *,
    cause_id as case_id,
    cause_id as current_cause_id,
    first_seen_on as last_seen_on,
    first_seen_on as closed_on,
    first_seen_on as reopened_on,
    cause as closed_because,
    cause as closed_side,
    cause as closed_source,
    0 as weeks_open,
    0 as reopened_count
from {{ ref('case_cause') }}
where false
