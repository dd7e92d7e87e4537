-- Written by `selaras compile` from rules/*.yml. Edit the rule, not this file.
with

blts as (

    select * from {{ ref('elig_blts') }}

),

klj as (

    select * from {{ ref('elig_klj') }}

),

pkh as (

    select * from {{ ref('elig_pkh') }}

),

sembako as (

    select * from {{ ref('elig_sembako') }}

),

verdict as (

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
    from blts

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
    from klj

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
    from pkh

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
    from sembako

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

from verdict
