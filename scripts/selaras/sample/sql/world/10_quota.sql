-- How many each programme reaches in a city of 3,543,305 families, and who they are.
-- Public figures where there are some (KJP Plus, KJMU, cards, headline unions), else
-- assumptions.
create table target (programme varchar, total bigint, at_least bigint);

insert into target values
('regular', 269000, 40),
('blts_only', 348000, 40),
('klj', 167820, 20),
('kpdj', 20519, 12),
('kaj', 25450, 12),
('kjp_plus', 707513, 40),
('kjmu', 16920, 12),
('kipk', 25000, 12),
('pip', 400000, 30),
('diploma_relief', 1200, 8),
('care_home', 2600, 8);

-- The shares of leaks follow the re-verification of KJP Plus in 2023.
create table quota (programme varchar, class varchar, share double);

insert into quota values
('regular', 'decile_1', 0.17), ('regular', 'decile_2', 0.25),
('regular', 'decile_3', 0.30), ('regular', 'decile_4', 0.20),
('regular', 'decile_5', 0.05), ('regular', 'well_off', 0.02),
('regular', 'deceased', 0.0024), ('regular', 'moved_out', 0.0076),
('blts_only', 'decile_1', 0.12), ('blts_only', 'decile_2', 0.20),
('blts_only', 'decile_3', 0.28), ('blts_only', 'decile_4', 0.36),
('blts_only', 'decile_5', 0.02), ('blts_only', 'well_off', 0.01),
('blts_only', 'deceased', 0.0024), ('blts_only', 'moved_out', 0.0076),
('klj', 'eligible', 0.8386), ('klj', 'central_component', 0.045),
('klj', 'central_family', 0.06), ('klj', 'well_off', 0.025), ('klj', 'car', 0.012),
('klj', 'property', 0.0019), ('klj', 'public_pensioner', 0.003),
('klj', 'moved_out', 0.006), ('klj', 'deceased', 0.0024),
('klj', 'deactivated', 0.001),
('klj', 'wrong_age', 0.0032),
('klj', 'not_in_dtsen', 0.002),
('kpdj', 'eligible', 0.83), ('kpdj', 'central_component', 0.05),
('kpdj', 'central_family', 0.06), ('kpdj', 'well_off', 0.03), ('kpdj', 'car', 0.01),
('kpdj', 'moved_out', 0.006), ('kpdj', 'deceased', 0.002), ('kpdj', 'klj', 0.012),
('kaj', 'eligible', 0.83), ('kaj', 'central_component', 0.06),
('kaj', 'central_family', 0.06), ('kaj', 'well_off', 0.025), ('kaj', 'car', 0.01),
('kaj', 'moved_out', 0.006), ('kaj', 'deceased', 0.0006), ('kaj', 'wrong_age', 0.0084),
('kjp_plus', 'eligible', 0.8862), ('kjp_plus', 'not_in_dtsen', 0.0333),
('kjp_plus', 'car', 0.0324), ('kjp_plus', 'well_off', 0.0247),
('kjp_plus', 'moved_out', 0.0179), ('kjp_plus', 'property', 0.0019),
('kjp_plus', 'public_servant', 0.0018), ('kjp_plus', 'not_in_dukcapil', 0.0013),
('kjp_plus', 'deceased', 0.0006),
('kjmu', 'eligible', 0.92), ('kjmu', 'kipk', 0.02), ('kjmu', 'car', 0.02),
('kjmu', 'public_servant', 0.015), ('kjmu', 'well_off', 0.025),
('kipk', 'eligible', 0.95), ('kipk', 'well_off', 0.05),
('pip', 'kjp_plus', 0.55), ('pip', 'regular', 0.25), ('pip', 'eligible', 0.17),
('pip', 'well_off', 0.028), ('pip', 'deceased', 0.0006), ('pip', 'moved_out', 0.0014),
('diploma_relief', 'eligible', 0.85), ('diploma_relief', 'kjp_plus', 0.15),
('care_home', 'eligible', 0.92), ('care_home', 'klj', 0.08);

delete from quota
where getvariable('clean') and class in ('deceased', 'moved_out', 'deactivated');

create table candidate (
    programme varchar,
    class varchar,
    component varchar,
    family_no bigint,
    person_no bigint
);

-- Those of the candidates of a programme whom chance enrols, so that quotas are met.
create macro enrolled(wanted) as table
with

sized as (

    select
        class,
        count(*) as people

    from candidate
    where programme = wanted
    group by class

)

select candidate.*
from candidate
inner join sized on candidate.class = sized.class
inner join
    quota
    on candidate.programme = quota.programme and candidate.class = quota.class
inner join target on candidate.programme = target.programme
where
    candidate.programme = wanted
    and draw('enrol:' || wanted, coalesce(candidate.person_no, candidate.family_no))
    < quota.share * greatest(
        target.at_least, target.total * getvariable('families') / 3543305.0
    )
    / (1 - 0.008 * (getvariable('weeks') - 1)) / sized.people;

-- When someone came onto the list and left it; some do between two drops.
create macro week_end(week) as getvariable('first_date') + cast(7 * week as integer);

create macro joins_between_drops(programme, key) as
    draw('joins:' || programme, key) < 0.012 * (getvariable('weeks') - 1);

create macro joined_on(programme, key) as
    cast(case
        when joins_between_drops(programme, key)
            then week_end(
                1
                + pick(
                    'join_week:' || programme,
                    key,
                    greatest(1, getvariable('weeks') - 1)
                )
            ) - cast(pick('join_day:' || programme, key, 6) as integer)
        when draw('joins:' || programme, key) > 0.86
            then date '2025-01-06'
            + cast(pick('join_day:' || programme, key, 250) as integer)
        else date '2024-07-01'
    end as date);

create macro left_on(programme, key) as
    cast(case
        when not joins_between_drops(programme, key)
            and draw('leaves:' || programme, key) < 0.008 * (getvariable('weeks') - 1)
            then week_end(
                1
                + pick(
                    'leave_week:' || programme,
                    key,
                    greatest(1, getvariable('weeks') - 1)
                )
            ) - cast(pick('leave_day:' || programme, key, 6) as integer)
    end as date);
