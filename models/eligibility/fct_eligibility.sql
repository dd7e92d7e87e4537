-- Written by `selaras compile` from rules/*.yml. Edit the rule, not this file.
with

elig_blts as (

    select * from {{ ref('elig_blts') }}

),

elig_klj as (

    select * from {{ ref('elig_klj') }}

),

elig_pkh as (

    select * from {{ ref('elig_pkh') }}

),

elig_sembako as (

    select * from {{ ref('elig_sembako') }}

),

judged as (

    select
        programme_id,
        unit,
        person_id,
        household_id,
        as_of_date,
        verdict,
        is_enrolled,
        unmet_criteria,
        unknown_criteria,
        missing_facts,
        contested_criteria,
        entitled_amount,
        possible_amount,
        rule_digest
    from elig_blts

    union all

    select
        programme_id,
        unit,
        person_id,
        household_id,
        as_of_date,
        verdict,
        is_enrolled,
        unmet_criteria,
        unknown_criteria,
        missing_facts,
        contested_criteria,
        entitled_amount,
        possible_amount,
        rule_digest
    from elig_klj

    union all

    select
        programme_id,
        unit,
        person_id,
        household_id,
        as_of_date,
        verdict,
        is_enrolled,
        unmet_criteria,
        unknown_criteria,
        missing_facts,
        contested_criteria,
        entitled_amount,
        possible_amount,
        rule_digest
    from elig_pkh

    union all

    select
        programme_id,
        unit,
        person_id,
        household_id,
        as_of_date,
        verdict,
        is_enrolled,
        unmet_criteria,
        unknown_criteria,
        missing_facts,
        contested_criteria,
        entitled_amount,
        possible_amount,
        rule_digest
    from elig_sembako

)

select
    programme_id,
    unit,
    person_id,
    household_id,
    as_of_date,
    verdict,
    is_enrolled,
    case
        when verdict = 'undetermined' then 'open'
        when verdict = 'eligible' and is_enrolled then 'reached'
        when verdict = 'eligible' then 'missed'
        when is_enrolled then 'leaked'
        else 'outside'
    end as coverage,
    unmet_criteria,
    unknown_criteria,
    missing_facts,
    contested_criteria,
    entitled_amount,
    possible_amount,
    rule_digest

from judged
