-- Written by `selaras compile` from rules/*.yml. Edit the rule, not this file.
with

again_blts as (

    select * from {{ ref('again_blts') }}

),

again_diploma_relief as (

    select * from {{ ref('again_diploma_relief') }}

),

again_kaj as (

    select * from {{ ref('again_kaj') }}

),

again_kipk as (

    select * from {{ ref('again_kipk') }}

),

again_kjmu as (

    select * from {{ ref('again_kjmu') }}

),

again_kjp_plus as (

    select * from {{ ref('again_kjp_plus') }}

),

again_klj as (

    select * from {{ ref('again_klj') }}

),

again_kpdj as (

    select * from {{ ref('again_kpdj') }}

),

again_pbi_apbd as (

    select * from {{ ref('again_pbi_apbd') }}

),

again_pbi_jk as (

    select * from {{ ref('again_pbi_jk') }}

),

again_pip as (

    select * from {{ ref('again_pip') }}

),

again_pkh as (

    select * from {{ ref('again_pkh') }}

),

again_sembako as (

    select * from {{ ref('again_sembako') }}

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
        entitled_amount,
        possible_amount
    from again_blts

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
        entitled_amount,
        possible_amount
    from again_diploma_relief

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
        entitled_amount,
        possible_amount
    from again_kaj

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
        entitled_amount,
        possible_amount
    from again_kipk

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
        entitled_amount,
        possible_amount
    from again_kjmu

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
        entitled_amount,
        possible_amount
    from again_kjp_plus

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
        entitled_amount,
        possible_amount
    from again_klj

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
        entitled_amount,
        possible_amount
    from again_kpdj

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
        entitled_amount,
        possible_amount
    from again_pbi_apbd

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
        entitled_amount,
        possible_amount
    from again_pbi_jk

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
        entitled_amount,
        possible_amount
    from again_pip

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
        entitled_amount,
        possible_amount
    from again_pkh

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
        entitled_amount,
        possible_amount
    from again_sembako

)

select
    programme_id,
    case
        when unit = 'person' then person_id
        else household_id
    end as state_id,
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
    entitled_amount,
    possible_amount

from judged
