-- Written by `selaras compile` from rules/*.yml. Edit the rule, not this file.
with

elig_blts as (

    select * from {{ ref('elig_blts') }}

),

elig_diploma_relief as (

    select * from {{ ref('elig_diploma_relief') }}

),

elig_kaj as (

    select * from {{ ref('elig_kaj') }}

),

elig_kipk as (

    select * from {{ ref('elig_kipk') }}

),

elig_kjmu as (

    select * from {{ ref('elig_kjmu') }}

),

elig_kjp_plus as (

    select * from {{ ref('elig_kjp_plus') }}

),

elig_klj as (

    select * from {{ ref('elig_klj') }}

),

elig_kpdj as (

    select * from {{ ref('elig_kpdj') }}

),

elig_pbi_apbd as (

    select * from {{ ref('elig_pbi_apbd') }}

),

elig_pbi_jk as (

    select * from {{ ref('elig_pbi_jk') }}

),

elig_pip as (

    select * from {{ ref('elig_pip') }}

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
    from elig_diploma_relief

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
    from elig_kaj

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
    from elig_kipk

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
    from elig_kjmu

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
    from elig_kjp_plus

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
    from elig_kpdj

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
    from elig_pbi_apbd

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
    from elig_pbi_jk

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
    from elig_pip

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

),

gone as (

    select person_id as unit_id
    from {{ ref('dim_person') }}
    where not is_alive

    union all

    select household_id as unit_id
    from {{ ref('dim_household') }}
    where not has_living_member

),

told as (

    select
        judged.*,
        gone.unit_id is not null as is_gone
    from judged
    left join gone
        on coalesce(judged.person_id, judged.household_id) = gone.unit_id

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
    verdict = 'ineligible'
    and not contains(unmet_criteria, ',')
    and unmet_criteria != 'is_in_force'
    and unknown_criteria = ''
    and not is_gone as is_near_miss,
    unmet_criteria,
    unknown_criteria,
    missing_facts,
    contested_criteria,
    entitled_amount,
    possible_amount,
    rule_digest

from told
