-- Cards, pupils, students and homes: who may be enrolled, by the reason that class
-- names.
create table personal as
select
    person.person_no,
    person.family_no,
    person.age,
    person.school,
    person.grade,
    person.difficulty,
    person.occupation,
    regular.family_no is not null as is_regular,
    case
        when person.died_on is not null then 'deceased'
        when person.moved_out_on is not null then 'moved_out'
        when person.deactivated_on is not null then 'deactivated'
        when not person.is_in_dukcapil then 'not_in_dukcapil'
        when not person.is_in_dtsen then 'not_in_dtsen'
        when person.owns_car then 'car'
        when person.property_value > 1000000000 then 'property'
        when coalesce(family_flag.has_public_servant, false) then 'public_servant'
        when person.national_decile > 5 then 'well_off'
        else 'eligible'
    end as class,
    person.national_decile

from person
left join family_flag on person.family_no = family_flag.family_no
left join regular on person.family_no = regular.family_no
where person.seat < 12
order by person.person_no;


-- the cards: KLJ 60 and over, KAJ up to 6, KPDJ registered disability
insert into candidate
select
    card.programme,
    case
        when personal.class != 'eligible' and personal.class != 'public_servant'
            then personal.class
        when card.programme = 'klj' and personal.occupation = 'PENSIUNAN'
            then 'public_pensioner'
        when card.programme = 'klj' and personal.age < 60 then 'wrong_age'
        when card.programme = 'kaj' and personal.age > 6 then 'wrong_age'
        when pkh_person.component = card.component then 'central_component'
        when personal.is_regular then 'central_family'
        else 'eligible'
    end as class,
    null as component,
    personal.family_no,
    personal.person_no

from personal
inner join (
    values
    ('klj', 'elderly'), ('kaj', 'early_childhood'), ('kpdj', 'severe_disability')
) as card (programme, component)
    on case card.programme
        when 'klj' then personal.age >= 58
        when 'kaj' then personal.age <= 7
        else personal.difficulty >= 3
    end
left join pkh_person on personal.person_no = pkh_person.person_no;

create macro spell(wanted, rupiah) as table
select
    candidate.programme,
    candidate.class,
    candidate.component,
    candidate.family_no,
    candidate.person_no,
    joined_on(candidate.programme, candidate.person_no) as starts_on,
    left_on(candidate.programme, candidate.person_no) as ends_on,
    cast(rupiah as bigint) as amount

from enrolled(wanted) as candidate;

insert into enrolment from spell('klj', 300000);
insert into enrolment from spell('kaj', 300000);

update candidate
set class = 'klj'
where
    programme = 'kpdj'
    and person_no in (select person_no from enrolment where programme = 'klj');

insert into enrolment from spell('kpdj', 300000);

-- pupils
insert into candidate
select
    'kjp_plus' as programme,
    case
        when class = 'eligible' and national_decile > 4 then 'well_off'
        else class
    end as class,
    null as component,
    family_no,
    person_no

from personal
where
    age between 6 and 21
    and school in ('SD', 'SMP', 'SMA', 'SMK', 'PKBM', 'SLB');

insert into enrolment
select
    spell.* exclude (amount),
    case person.school
        when 'SD' then 250000
        when 'SLB' then 250000
        when 'SMP' then 300000
        when 'PKBM' then 300000
        when 'SMA' then 420000
        else 450000
    end as amount

from spell('kjp_plus', 0) as spell
inner join person on spell.person_no = person.person_no;

create table kjp_pupil as
select person_no from enrolment where programme = 'kjp_plus';

insert into candidate
select
    'pip' as programme,
    case
        when class in ('deceased', 'moved_out') then class
        when person_no in (select person_no from kjp_pupil) then 'kjp_plus'
        when is_regular then 'regular'
        when national_decile > 4 then 'well_off'
        else 'eligible'
    end as class,
    null as component,
    family_no,
    person_no

from personal
where age between 6 and 21 and school in ('SD', 'SMP', 'SMA', 'SMK');

insert into enrolment
select
    spell.* exclude (amount),
    case person.school
        when 'SD' then 450000
        when 'SMP' then 750000
        else 1800000
    end
    // if(person.grade in (6, 9, 12), 2, 1) as amount

from spell('pip', 0) as spell
inner join person on spell.person_no = person.person_no;

-- students
insert into candidate
select
    'kipk' as programme,
    if(national_decile > 5, 'well_off', 'eligible') as class,
    null as component,
    family_no,
    person_no

from personal
where school = 'PT' and class in ('eligible', 'well_off', 'not_in_dtsen');

insert into enrolment from spell('kipk', 1400000);

insert into candidate
select
    'kjmu' as programme,
    case
        when person_no in (select person_no from enrolment where programme = 'kipk')
            then 'kipk'
        else class
    end as class,
    null as component,
    family_no,
    person_no

from personal
where school = 'PT';

insert into enrolment from spell('kjmu', 9000000);

-- leavers of private schools, and people in social homes
insert into candidate
select
    'diploma_relief' as programme,
    if(
        person_no in (select person_no from kjp_pupil), 'kjp_plus', 'eligible'
    ) as class,
    null as component,
    family_no,
    person_no

from personal
where
    class = 'eligible'
    and (
        (age between 18 and 23 and school is null)
        or (age = 18 and school in ('SMA', 'SMK'))
    );

insert into enrolment from spell('diploma_relief', 4500000);

insert into candidate
select
    'care_home' as programme,
    if(
        person_no in (
            select person_no from enrolment where programme in ('klj', 'kpdj')
        ),
        'klj',
        'eligible'
    ) as class,
    null as component,
    family_no,
    person_no

from personal
where class = 'eligible' and (age >= 62 or difficulty = 4);

insert into enrolment
select spell.* replace (null as ends_on)
from spell('care_home', null) as spell;

drop table candidate;
