-- The town as the tables of a warehouse that judging by a reform and ranking read.
create schema conformed;
create schema identity;
create schema reference;
create schema overlap;
create schema eligibility;
create schema ops;

create table conformed.dim_household as
select *, '3171010' || (100 + hash(household_id) % 267) as region_code,
    cast(null as boolean) as has_severe_disability_member
from town.dim_household;

create table conformed.dim_person as
select *, if(hash(person_id, 'sex') % 2 = 0, 'male', 'female') as sex
from town.dim_person;

create table conformed.fct_enrolment as from town.fct_enrolment;
create table identity.objection_in_force as from town.objection_in_force;
create table conformed.dim_region as
select
    region_code,
    left(region_code, 4) as city_code,
    left(region_code, 4) as city_name,
    left(region_code, 6) as district_code,
    left(region_code, 6) as district_name
from (select distinct region_code from conformed.dim_household);
create table conformed.dim_programme as
select distinct programme_id,
    if(person_id is null, 'household', 'person') as unit
from town.fct_enrolment;
create table reference.open_age_group as
from (values (0, 17, '00-17'), (18, 59, '18-59'), (60, 150, '60+'))
    as grouping (from_age, to_age, age_group);
create table overlap.fct_finding (
    finding_id varchar, rule_id varchar, person_id varchar, household_id varchar,
    programme_id varchar, other_programme_id varchar, monthly_amount_counted bigint
);
create table overlap.gap (
    gap_id varchar, rule_id varchar, person_id varchar, household_id varchar,
    programme_id varchar, missing_programme_id varchar
);
