with

missed as (

    select * from {{ ref('fct_eligibility') }}
    where coverage = 'missed'

),

programme as (

    select * from {{ ref('dim_programme') }}

),

-- How sure it is whom the verdict is about: some are described by a row found by score.
scored as (

    select * from {{ ref('scored_register_row') }}

),

told as (

    select
        programme.owner as agency_id,
        'candidate' as kind,
        concat_ws(
            '/', 'missed', missed.programme_id,
            case
                when missed.unit = 'person' then missed.person_id
                else missed.household_id
            end
        ) as subject_id,
        missed.person_id,
        missed.household_id,
        missed.programme_id,
        cast(null as varchar) as source_row_id,
        cast(null as varchar) as role,
        cast(null as varchar) as column_name,
        cast(null as varchar) as current_value,
        cast(null as varchar) as proposed_value,
        'national_decile = ' || cast({{ shown(
            'household.national_decile', "'bps'", 'national_decile'
        ) }} as varchar) as evidence,
        'missed' as reason_id,
        {{ text_id('missed', ['missed.programme_id']) }} as text_id,
        case
            when coalesce(benefit.is_amount_shown, true) then missed.entitled_amount
        end as monthly_amount,
        cast(null as integer) as settles,
        {{ shown('household.national_decile', "'bps'", 'national_decile') }} as need,
        coalesce(
            least(of_person.score, of_family.score), of_person.score,
            of_family.score, 1
        ) as certainty

    from missed
    inner join programme
        on missed.programme_id = programme.programme_id
    {{ join_entitled('programme.owner') }}
    left join {{ ref('shown_benefit') }} as benefit
        on missed.programme_id = benefit.programme_id
    left join {{ ref('dim_household') }} as household
        on missed.household_id = household.household_id
    left join scored as of_person
        on missed.person_id = of_person.subject_id
    left join scored as of_family
        on missed.household_id = of_family.subject_id

)

select
    {{ item_ids('told') }},
    told.*

from told
cross join {{ source('selaras', 'pseudonym_key') }} as kept
