with

fct_case as (

    select * from {{ ref('fct_case') }}
    where closed_on is null

),

finding as (

    select
        fct_finding.finding_id,
        count(fct_case.case_id) as case_count

    from {{ ref('fct_finding') }} as fct_finding
    left join fct_case
        on fct_finding.finding_id = fct_case.cause_id
    group by fct_finding.finding_id

),

leaked as (

    select
        verdict.programme_id,
        coalesce(verdict.person_id, verdict.household_id) as subject_id,
        count(fct_case.case_id) as case_count

    from {{ ref('fct_eligibility') }} as verdict
    left join fct_case
        on
            verdict.programme_id = fct_case.acting_programme_id
            and verdict.unit = fct_case.scope
            and coalesce(verdict.person_id, verdict.household_id)
            = case
                when fct_case.scope = 'person' then fct_case.person_id
                else fct_case.household_id
            end
    where verdict.coverage = 'leaked'
    group by
        verdict.programme_id,
        coalesce(verdict.person_id, verdict.household_id)

)

select
    'finding' as found,
    finding_id as about
from finding
where case_count != 1

union all

select
    'leaked verdict without a case' as found,
    concat(programme_id, ' ', subject_id) as about
from leaked
where case_count = 0

union all

select
    'case of no known agency' as found,
    fct_case.case_id as about
from fct_case
left join {{ ref('agency') }} as agency
    on fct_case.agency = agency.agency_id
where agency.agency_id is null
