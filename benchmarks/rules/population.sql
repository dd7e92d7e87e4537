-- An invented town to judge, the same for the same `families` and `seed`: nothing here is random().
-- Every fact that some rule reads is a column, typed as in rules/vocabulary.yml. About 2 % of each
-- is unknown; four facts are unknown as often as in the warehouse, whose sources do not tell them
-- of everyone: monthly_income, has_poverty_letter, school_type and diploma_arrears.

-- A number in [0, 1) that belongs to one unit and one name.
create or replace temp macro draw(unit, name) as
    (hash(unit, name, getvariable('seed')) >> 11) / 9007199254740992.0;

create or replace temp macro is_so(unit, name, share) as
    case when draw(unit, name || '?') >= 0.02 then draw(unit, name) < share end;

create or replace temp macro told(unit, name, value) as
    case when draw(unit, name || '?') >= 0.02 then value end;

create or replace temp macro id_of(letter, number) as
    letter || left(md5(letter || number || '/' || getvariable('seed')), 24);

create table dim_household as
with

family as (

    select
        range as f,
        draw(range, 'size') as size,
        draw(range, 'wealth') as wealth
    from range(getvariable('families'))

)

select
    id_of('h', f) as household_id,
    date '2025-11-01' as as_of_date,
    told(f, 'national_decile', cast(1 + floor(wealth * 10) as bigint)) as national_decile,
    told(f, 'province_decile', cast(1 + floor(wealth * 9.9) as bigint)) as province_decile,
    told(f, 'city_decile', cast(1 + floor(wealth * 9.8) as bigint)) as city_decile,
    cast(
        case
            when size < 0.15 then 1
            when size < 0.37 then 2
            when size < 0.62 then 3
            when size < 0.84 then 4
            when size < 0.95 then 5
            else 6
        end as bigint
    ) as member_count,
    is_so(f, 'owns_car', 0.35 * wealth) as owns_car,
    told(f, 'property', cast(floor(wealth * wealth * 4e9) as bigint)) as highest_property_value,
    told(f, 'known', cast(floor(wealth * wealth * 4e9) as bigint)) as highest_known_property_value,
    cast(null as bigint) as monthly_income,
    is_so(f, 'aid', 0.5 - 0.5 * wealth) as receives_regular_aid,
    is_so(f, 'water', 0.4) as uses_branded_water,
    is_so(f, 'servant', 0.05) as has_public_servant_member,
    is_so(f, 'enterprise', 0.02) as has_state_enterprise_member,
    is_so(f, 'jakarta', 0.95) as lives_in_jakarta,
    is_so(f, 'living', 0.99) as has_living_member,
    f
from family;

-- The first is the head, the second mostly the spouse, the rest mostly children.
create table dim_person as
with

numbered as (

    select
        household_id,
        as_of_date,
        lives_in_jakarta,
        f * 10 + unnest(range(1, member_count + 1)) as p
    from dim_household

),

aged as (

    select
        *,
        cast(
            case
                when p % 10 = 1 then 20 + floor(76 * pow(draw(p, 'age'), 1.6))
                when p % 10 = 2 then 18 + floor(66 * pow(draw(p, 'age'), 1.6))
                else floor(34 * draw(p, 'age'))
            end as bigint
        ) as age
    from numbered

),

schooled as (

    select
        *,
        case
            when age between 7 and 12 then 'primary'
            when age between 13 and 15 then 'junior_secondary'
            when age between 16 and 18 then 'senior_secondary'
            when age between 19 and 22 and draw(p, 'tertiary') < 0.35 then 'tertiary'
        end as level,
        if(draw(p, 'payer') < 0.7, 'pbi_jk', if(draw(p, 'payer') < 0.98, 'pbi_apbd', 'both'))
            as segment
    from aged

)

select
    id_of('p', p) as person_id,
    household_id,
    as_of_date,
    told(p, 'age_years', age) as age_years,
    told(p, 'status', draw(p, 'alive') < 0.98) as is_alive,
    told(p, 'status', draw(p, 'alive') < 0.98) as is_member,
    is_so(p, 'jakarta_id', 0.96) as has_jakarta_id,
    told(p, 'lives', coalesce(lives_in_jakarta, true)) as lives_in_jakarta,
    is_so(p, 'pregnant', if(age between 18 and 45, 0.03, 0)) as is_pregnant,
    told(p, 'school', level is not null and draw(p, 'attends') < 0.95) as is_in_school,
    told(p, 'level', level) as school_level,
    told(p, 'grade', cast(1 + floor(6 * draw(p, 'grade')) as bigint)) as school_grade,
    case
        when draw(p, 'type?') < 0.1 and level = 'senior_secondary'
            then if(draw(p, 'type') < 0.5, 'sma', 'smk')
        when draw(p, 'type?') < 0.1 and level = 'primary' then 'sd'
        when draw(p, 'type?') < 0.1 and level = 'junior_secondary'
            then if(draw(p, 'type') < 0.05, 'pkbm', 'smp')
    end as school_type,
    is_so(p, 'disability', 0.03) as has_disability,
    is_so(p, 'severe', 0.01) as has_severe_disability,
    is_so(p, 'formal', 0.2) as is_formally_employed,
    case
        when draw(p, 'arrears') < 0.003 then cast(floor(draw(p, 'owes') * 9e6) as bigint)
    end as diploma_arrears,
    cast(null as boolean) as has_poverty_letter,
    is_so(p, 'listed', 0.1) as is_listed_as_poor,
    is_so(p, 'of_disabled', 0.01) as is_child_of_disabled_parent,
    is_so(p, 'of_driver', 0.005) as is_child_of_jaklingko_driver,
    is_so(p, 'of_worker', 0.01) as is_child_of_worker_card_holder,
    is_so(p, 'returned', 0.005) as has_returned_to_school,
    is_so(p, 'priority', 0.02) as is_priority_pupil,
    is_so(p, 'servant', 0.03) as is_public_servant,
    is_so(p, 'enterprise', 0.01) as is_state_enterprise_employee,
    is_so(p, 'pensioner', if(age >= 56, 0.08, 0)) as is_public_pensioner,
    is_so(p, 'home', 0.002) as lives_in_care_home,
    told(p, 'segment', if(draw(p, 'segment') < 0.5, segment, 'other')) as insurance_segment,
    p
from schooled;

-- One in ten is on the list of each programme.
create table fct_enrolment as
with

listed as (

    select
        null as person_id,
        household_id,
        f as unit,
        unnest(getvariable('of_households')) as programme_id
    from dim_household

    union all

    select person_id, household_id, p as unit, unnest(getvariable('of_people')) as programme_id
    from dim_person

)

select
    person_id,
    household_id,
    programme_id,
    case
        when draw(unit, programme_id || 'status') < 0.95 then 'active'
        when draw(unit, programme_id || 'status') < 0.98 then 'cancelled'
    end as status
from listed
where draw(unit, programme_id) < 0.1;

create table objection_in_force as
with

objected as (

    select person_id, household_id, p, unnest(getvariable('contestable')) as ground
    from dim_person

)

select
    person_id,
    household_id,
    ground.programme_id,
    id_of('o', p || ground.programme_id || ground.criterion_id) as objection_id,
    ground.criterion_id
from objected
where draw(p, ground.programme_id || ground.criterion_id) < 0.001;

alter table dim_household drop column f;
alter table dim_person drop column p;
