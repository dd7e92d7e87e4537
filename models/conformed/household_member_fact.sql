with

household as (

    select household_id from {{ ref('household') }}

),

member as (

    select * from {{ ref('dim_person') }}

)

-- The dead and those who moved out are no members; a family without known members is
-- unknown.
select
    household.household_id,
    cast(
        case
            when
                count(member.person_id) > 0
                then count(*) filter (where member.is_member)
        end
        as integer
    ) as member_count,
    {{ any_member("member.is_member and member.is_alive") }} as has_living_member,
    {{ facts_of_ageing_members() }},
    {{ any_member(is_member_pupil("primary")) }} as has_primary_pupil,
    {{ count_members_if_known(is_member_pupil("primary")) }} as primary_pupil_count,
    {{ any_member(is_member_pupil("junior_secondary")) }}
        as has_junior_secondary_pupil,
    {{ count_members_if_known(is_member_pupil("junior_secondary")) }}
        as junior_secondary_pupil_count,
    {{ any_member(is_member_pupil("senior_secondary")) }}
        as has_senior_secondary_pupil,
    {{ count_members_if_known(is_member_pupil("senior_secondary")) }}
        as senior_secondary_pupil_count,
    {{ any_member("member.is_member and member.has_severe_disability") }}
        as has_severe_disability_member,
    {{ count_members_if_known("member.is_member and member.has_severe_disability") }}
        as severe_disability_count,
    {{ any_member("member.is_member and member.is_public_servant") }}
        as has_public_servant_member,
    {{ any_member("member.is_member and member.is_state_enterprise_employee") }}
        as has_state_enterprise_member

from household
left join member
    on household.household_id = member.household_id
group by household.household_id
