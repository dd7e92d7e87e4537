-- The conformed and eligibility layers as somebody would write them by hand, in one script over
-- the same staging and identity tables: fewer columns, no reasons, the same verdicts. The numbers
-- of the rules stand in the text, which is why the project does not do it this way.

create temp table hand_as_of as
select as_of_date as today from ops.as_of;

create temp table hand_benefit as
select 'pkh' as programme_id, component, source_row_id, period_starts_on, snapshot_key, 'member' as role, enrolment_status as status, no_kk, 'household' as unit from staging.stg_kemensos__pkh
union all
select 'sembako', null, source_row_id, period_starts_on, snapshot_key, 'recipient', enrolment_status, no_kk, 'household' from staging.stg_kemensos__sembako
union all
select 'blts', null, source_row_id, period_starts_on, snapshot_key, 'recipient', enrolment_status, no_kk, 'household' from staging.stg_kemensos__blts
union all
select programme_id, null, source_row_id, period_starts_on, snapshot_key, 'recipient', enrolment_status, no_kk, 'person' from staging.stg_dinsos__pkd where programme_id = 'klj';

create temp table hand_latest as
select programme_id, max(starts_on) as starts_on
from (select programme_id, snapshot_key, mode(period_starts_on) as starts_on from hand_benefit group by all)
where starts_on <= (select today from hand_as_of)
group by programme_id;

create temp table hand_enrolled as
select distinct benefit.programme_id, benefit.component, match.person_id, match.household_id
from hand_benefit as benefit
inner join (
    select programme_id, snapshot_key, mode(period_starts_on) as starts_on from hand_benefit group by all
) as list using (programme_id, snapshot_key)
inner join hand_latest as latest using (programme_id, starts_on)
inner join identity.match as match using (source_row_id, role)
where benefit.status != 'cancelled';

create temp table hand_person as
select
    person.person_id,
    placed.household_id,
    case when resident.life_status in ('active', 'moved_out') then true when resident.life_status = 'deceased' then false end as is_alive,
    coalesce(resident.life_status not in ('deceased', 'moved_out'), true) as is_member,
    resident.life_status = 'moved_out' as moved_out,
    coalesce(resident.id_card_province_code, member.id_card_province_code) = '31' as card_here,
    coalesce(resident.sex, member.sex) as sex,
    date_sub('year', coalesce(resident.birth_date, member.birth_date), today) as age_years,
    member.school_participation = 'in_school' as is_in_school,
    member.school_level,
    member.has_severe_disability,
    coalesce(resident.occupation_class, job.occupation_class) as occupation_class,
    pregnant.person_id is not null as is_listed_pregnant,
    case when stay.person_id is null then false else stay.in_home end as in_home
from identity.person as person
cross join hand_as_of
left join identity.person_household as placed using (person_id)
left join identity.resident as resident on person.nik = resident.nik
left join staging.stg_bps__dtsen_member as member on person.member_row_id = member.source_row_id
left join reference.occupation_class as job on member.id_card_occupation = job.occupation
left join (select distinct person_id from hand_enrolled where component = 'pregnant') as pregnant using (person_id)
left join (
    select
        matched.person_id,
        case
            when bool_or(home.entered_on <= today and (home.left_on is null or home.left_on > today)) then true
            when bool_and((home.entered_on <= today and (home.left_on is null or home.left_on > today)) is not null) then false
        end as in_home
    from staging.stg_dinsos__care_home as home
    inner join identity.list_row_person as matched using (source_row_id)
    cross join hand_as_of
    group by matched.person_id
) as stay using (person_id);

create temp table hand_asset as
select
    owner.household_id,
    bool_or(asset.asset_kind = 'car' and owner.is_member) as has_car,
    max(asset.taxable_value) filter (where asset.asset_kind = 'property' and owner.is_member) as property_value,
    bool_or(asset.asset_kind = 'property' and owner.is_member and asset.taxable_value is null) as property_open
from staging.stg_bapenda__asset as asset
inner join identity.list_row_person as matched using (source_row_id)
inner join hand_person as owner using (person_id)
group by owner.household_id;

create temp table hand_household as
select
    household.household_id,
    family.national_decile,
    family.province_code = '31' as lives_here,
    case
        when family.lists_car or asset.has_car then true
        when not family.lists_car and not coalesce(asset.has_car, false) then false
    end as owns_car,
    case when not coalesce(asset.property_open, false) then coalesce(asset.property_value, 0) end as property_value,
    member.has_living,
    member.has_servant
from identity.household as household
left join staging.stg_bps__dtsen_family as family on household.family_row_id = family.source_row_id
left join hand_asset as asset using (household_id)
left join (
    select
        household_id,
        case when bool_or(is_member and is_alive) then true when bool_and((is_member and is_alive) is not null) then false end as has_living,
        case
            when bool_or(is_member and occupation_class in ('public_servant', 'public_office')) then true
            when bool_and(not is_member or (occupation_class is not null and occupation_class != 'unknown')) then false
        end as has_servant
    from hand_person
    group by household_id
) as member using (household_id);

create temp table hand_conceded as
select person_id, bool_or(criterion_id = 'owns_no_car') as car, bool_or(criterion_id = 'owns_no_valuable_property') as property
from identity.objection_in_force
where programme_id = 'klj'
group by person_id;

create temp table hand_component as
select
    household_id,
    bool_or(
        is_alive and is_member and (
            is_listed_pregnant or age_years <= 6 or age_years >= 60 or has_severe_disability
            or (is_in_school and age_years <= 21 and school_level in ('primary', 'junior_secondary', 'senior_secondary'))
        )
    ) as some_known,
    bool_and(
        (is_alive and is_member and (
            case when is_listed_pregnant then true when sex = 'male' or age_years not between 15 and 49 then false end
            or age_years <= 6 or age_years >= 60 or has_severe_disability
            or (is_in_school and age_years <= 21 and school_level in ('primary', 'junior_secondary', 'senior_secondary'))
        )) is not null
    ) as all_known
from hand_person
group by household_id;

create temp table hand_verdict as
with
family as (
    select household.*, component.some_known, component.all_known
    from hand_household as household left join hand_component as component using (household_id)
),
judged as (
    select
        'klj' as programme_id, person.person_id as unit_id, enrolled.person_id is not null as is_enrolled,
        person.age_years >= 60 and person.is_alive
        and case when person.moved_out then false else person.card_here end
        and case when person.moved_out then false else family.lives_here end
        and family.national_decile <= 5
        and (coalesce(conceded.car, false) or not family.owns_car)
        and (coalesce(conceded.property, false) or family.property_value <= 1000000000)
        and not person.in_home
        and not case when person.occupation_class = 'public_pensioner' then true when person.occupation_class != 'unknown' then false end as holds
    from hand_person as person
    left join family using (household_id)
    left join hand_conceded as conceded using (person_id)
    left join (select distinct person_id from hand_enrolled where programme_id = 'klj') as enrolled using (person_id)
    where enrolled.person_id is not null or (person.age_years >= 60) is not false
    union all
    select
        'pkh', household_id, enrolled.household_id is not null,
        national_decile <= 4 and case when some_known then true when all_known then false end and not has_servant
    from family left join (select distinct household_id from hand_enrolled where programme_id = 'pkh') as enrolled using (household_id)
    where enrolled.household_id is not null or (national_decile <= 4) is not false
    union all
    select
        'sembako', household_id, enrolled.household_id is not null,
        national_decile <= 5 and has_living and not has_servant
    from family left join (select distinct household_id from hand_enrolled where programme_id = 'sembako') as enrolled using (household_id)
    where enrolled.household_id is not null or (national_decile <= 5) is not false
    union all
    select
        'blts', household_id, enrolled.household_id is not null,
        national_decile <= 4 and has_living and not has_servant
    from family left join (select distinct household_id from hand_enrolled where programme_id = 'blts') as enrolled using (household_id)
    where enrolled.household_id is not null or (national_decile <= 4) is not false
)
select
    programme_id,
    case when holds then 'eligible' when not holds then 'ineligible' else 'undetermined' end as verdict,
    is_enrolled,
    count(*) as units
from judged
group by all;
