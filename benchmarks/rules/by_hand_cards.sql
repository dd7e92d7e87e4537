-- The cards of DKI Jakarta, as an analyst would write them for 2025-11-01: numbers in the text.
create table klj as
with

judged as (

    select
        p.person_id,
        p.household_id,
        p.as_of_date,
        e.person_id is not null as is_enrolled,
        true as is_in_force,
        p.age_years >= 60 as is_old_enough,
        p.is_alive,
        p.has_jakarta_id,
        p.lives_in_jakarta,
        h.national_decile <= 5 as is_in_decile,
        coalesce(o.car, false) or not h.owns_car as owns_no_car,
        (
            coalesce(o.property, false)
            or (
                h.highest_property_value <= 1000000000
                and coalesce(h.highest_known_property_value <= 1000000000, true)
            )
        ) as owns_no_valuable_property,
        true as uses_no_branded_water,
        not p.lives_in_care_home as is_not_in_care_home,
        not p.is_public_pensioner as is_not_public_pensioner
    from dim_person as p
    left join (
        select distinct person_id from fct_enrolment
        where programme_id = 'klj' and status is distinct from 'cancelled'
    ) as e on p.person_id = e.person_id
    left join (
        select
            person_id,
            bool_or(criterion_id = 'owns_no_car') as car,
            bool_or(criterion_id = 'owns_no_valuable_property') as property
        from objection_in_force where programme_id = 'klj' group by person_id
    ) as o on p.person_id = o.person_id
    left join dim_household as h on p.household_id = h.household_id
    where e.person_id is not null or (p.age_years >= 60) is not false

),

concluded as (

    select
        *,
        (
            is_old_enough and is_alive and has_jakarta_id and lives_in_jakarta and
            is_in_decile and owns_no_car and owns_no_valuable_property and
            is_not_in_care_home and is_not_public_pensioner
        ) as holds
    from judged

)

select
    'klj' as programme_id,
    'person' as unit,
    * exclude (holds),
    case when holds then 'eligible' when not holds then 'ineligible' else 'undetermined' end
        as verdict,
    cast(case when holds then 300000 end as bigint) as entitled_amount
from concluded;

create table kpdj as
with

judged as (

    select
        p.person_id,
        p.household_id,
        p.as_of_date,
        e.person_id is not null as is_enrolled,
        true as is_in_force,
        p.has_disability,
        p.is_alive,
        p.has_jakarta_id,
        p.lives_in_jakarta,
        h.national_decile <= 5 as is_in_decile,
        coalesce(o.car, false) or not h.owns_car as owns_no_car,
        (
            coalesce(o.property, false)
            or (
                h.highest_property_value <= 1000000000
                and coalesce(h.highest_known_property_value <= 1000000000, true)
            )
        ) as owns_no_valuable_property,
        true as uses_no_branded_water,
        not p.lives_in_care_home as is_not_in_care_home,
        not p.is_public_pensioner as is_not_public_pensioner
    from dim_person as p
    left join (
        select distinct person_id from fct_enrolment
        where programme_id = 'kpdj' and status is distinct from 'cancelled'
    ) as e on p.person_id = e.person_id
    left join (
        select
            person_id,
            bool_or(criterion_id = 'owns_no_car') as car,
            bool_or(criterion_id = 'owns_no_valuable_property') as property
        from objection_in_force where programme_id = 'kpdj' group by person_id
    ) as o on p.person_id = o.person_id
    left join dim_household as h on p.household_id = h.household_id
    where e.person_id is not null or (p.has_disability) is not false

),

concluded as (

    select
        *,
        (
            has_disability and is_alive and has_jakarta_id and lives_in_jakarta and
            is_in_decile and owns_no_car and owns_no_valuable_property and
            is_not_in_care_home and is_not_public_pensioner
        ) as holds
    from judged

)

select
    'kpdj' as programme_id,
    'person' as unit,
    * exclude (holds),
    case when holds then 'eligible' when not holds then 'ineligible' else 'undetermined' end
        as verdict,
    cast(case when holds then 300000 end as bigint) as entitled_amount
from concluded;

create table kaj as
with

judged as (

    select
        p.person_id,
        p.household_id,
        p.as_of_date,
        e.person_id is not null as is_enrolled,
        true as is_in_force,
        p.age_years <= 6 as is_young_enough,
        p.is_alive,
        p.has_jakarta_id,
        p.lives_in_jakarta,
        h.national_decile <= 5 as is_in_decile,
        coalesce(o.car, false) or not h.owns_car as owns_no_car,
        (
            coalesce(o.property, false)
            or (
                h.highest_property_value <= 1000000000
                and coalesce(h.highest_known_property_value <= 1000000000, true)
            )
        ) as owns_no_valuable_property,
        true as uses_no_branded_water,
        not p.lives_in_care_home as is_not_in_care_home
    from dim_person as p
    left join (
        select distinct person_id from fct_enrolment
        where programme_id = 'kaj' and status is distinct from 'cancelled'
    ) as e on p.person_id = e.person_id
    left join (
        select
            person_id,
            bool_or(criterion_id = 'owns_no_car') as car,
            bool_or(criterion_id = 'owns_no_valuable_property') as property
        from objection_in_force where programme_id = 'kaj' group by person_id
    ) as o on p.person_id = o.person_id
    left join dim_household as h on p.household_id = h.household_id
    where e.person_id is not null or (p.age_years <= 6) is not false

),

concluded as (

    select
        *,
        (
            is_young_enough and is_alive and has_jakarta_id and lives_in_jakarta and
            is_in_decile and owns_no_car and owns_no_valuable_property and
            is_not_in_care_home
        ) as holds
    from judged

)

select
    'kaj' as programme_id,
    'person' as unit,
    * exclude (holds),
    case when holds then 'eligible' when not holds then 'ineligible' else 'undetermined' end
        as verdict,
    cast(case when holds then 300000 end as bigint) as entitled_amount
from concluded;
