-- PKH, Sembako and BLTS: families first, then the people who count for PKH.
create table family_flag as
select
    family_no,
    bool_or(
        occupation in ('PNS', 'TNI', 'POLRI', 'KARYAWAN BUMN', 'KARYAWAN BUMD')
    ) as has_public_servant,
    bool_or(
        age < 7
        or (school in ('SD', 'SMP', 'SMA', 'SMK') and age <= 21)
        or age >= 60
        or difficulty >= 3
        or is_pregnant
    ) as has_component

from person
where died_on is null and moved_out_on is null and seat < 12
group by family_no;

insert into candidate
select
    unnest(['regular', 'blts_only']) as programme,
    case
        when head.died_on is not null then 'deceased'
        when head.moved_out_on is not null then 'moved_out'
        when head.deactivated_on is not null then 'deactivated'
        when household.national_decile >= 6 then 'well_off'
        else 'decile_' || cast(household.national_decile as varchar)
    end as class,
    null as component,
    household.family_no,
    null as person_no

from household
inner join head on household.family_no = head.family_no
inner join family_flag on household.family_no = family_flag.family_no;

create table enrolment as
select
    programme,
    class,
    component,
    family_no,
    person_no,
    joined_on(programme, family_no) as starts_on,
    left_on(programme, family_no) as ends_on

from enrolled('regular');

delete from candidate
where
    programme = 'blts_only'
    and family_no in (select family_no from enrolment);

create table regular as
select
    enrolment.*,
    family_flag.has_component
    and draw('is_pkh', enrolment.family_no) < 0.68 as is_pkh,
    not coalesce(family_flag.has_component, false)
    or draw('is_pkh', enrolment.family_no) >= 0.15 as is_sembako

from enrolment
left join family_flag on enrolment.family_no = family_flag.family_no;

delete from enrolment;

-- People of PKH families in the component that pays best; at most two small children,
-- at most one pregnancy and at most four people in a family.
create table pkh_person as
with

placed as (

    select
        regular.class,
        person.family_no,
        person.person_no,
        regular.starts_on,
        regular.ends_on,
        case
            when person.is_pregnant then 'pregnant'
            when person.age < 7 then 'early_childhood'
            when person.difficulty >= 3 then 'severe_disability'
            when person.age >= 60 then 'elderly'
            when person.school in ('SMA', 'SMK') and person.age <= 21
                then 'senior_secondary'
            when person.school = 'SMP' then 'junior_secondary'
            when person.school = 'SD' then 'primary'
        end as component

    from regular
    inner join person on regular.family_no = person.family_no
    where
        regular.is_pkh
        and person.seat < 12
        and (person.died_on is null or not getvariable('clean'))
        and (person.died_on is null or draw('dead_member', person.person_no) < 0.15)
        and person.moved_out_on is null

),

priced as (

    select
        *,
        case component
            when 'pregnant' then 750000
            when 'early_childhood' then 750000
            when 'severe_disability' then 600000
            when 'elderly' then 600000
            when 'senior_secondary' then 500000
            when 'junior_secondary' then 375000
            when 'primary' then 225000
        end as amount

    from placed
    where component is not null

),

ranked as (

    select
        *,
        row_number() over (
            partition by family_no, component order by person_no
        ) as place_in_component

    from priced

),

capped as (

    select
        *,
        row_number() over (
            partition by family_no order by amount desc, person_no
        ) as place_in_family

    from ranked
    where component != 'early_childhood' or place_in_component <= 2

)

select * exclude (place_in_component, place_in_family)
from capped
where place_in_family <= 4
order by person_no;

alter table enrolment add column amount bigint;

insert into enrolment
select
    'pkh' as programme,
    class,
    component,
    family_no,
    person_no,
    starts_on,
    ends_on,
    amount

from pkh_person;

insert into enrolment
select
    'sembako' as programme,
    class,
    null as component,
    family_no,
    null as person_no,
    starts_on,
    ends_on,
    200000 as amount

from regular
where
    is_sembako
    -- nobody is left out: a PKH family without anyone to count draws Sembako
    or family_no not in (select family_no from pkh_person);

insert into enrolment
select
    'blts' as programme,
    class,
    null as component,
    family_no,
    null as person_no,
    joined_on('blts', family_no) as starts_on,
    left_on('blts', family_no) as ends_on,
    900000 as amount

from (
    select class, family_no from enrolled('blts_only')
    union all by name
    select class, family_no from regular
    where draw('regular_blts', family_no) < 0.985
) as reached;
