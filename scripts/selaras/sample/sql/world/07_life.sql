-- What becomes of people: school, health, work comes later, death, removal.
create table life as
with

studied as (

    select
        *,
        draw('school', person_no) < case
            when age = 6 then 0.55
            when age between 7 and 12 then 0.985
            when age between 13 and 15 then 0.955
            when age between 16 and 18 then 0.86
            when age between 19 and 22 then 0.27
            when age between 23 and 24 then 0.06
            else 0
        end as is_in_school

    from numbered

),

staged as (

    select
        *,
        case
            when not is_in_school then null
            when draw('school_kind', person_no) < 0.006 and age <= 18 then 'SLB'
            when draw('school_kind', person_no) < 0.014 and age between 13 and 21
                then 'PKBM'
            when age <= 12 then 'SD'
            when age <= 15 then 'SMP'
            when age <= 18 and draw('vocational', person_no) < 0.62 then 'SMK'
            when age <= 18 then 'SMA'
            else 'PT'
        end as school,
        draw('disability', person_no) as health

    from studied

)

select
    person_no,
    family_no,
    region_no,
    seat,
    age,
    is_woman,
    birth_date,
    baby_week,
    nik,
    second_nik,
    is_in_school,
    school,
    cast(case
        when school = 'SD' or (school = 'SLB' and age <= 12) then greatest(1, age - 6)
        when school = 'SMP' or (school in ('SLB', 'PKBM') and age <= 15)
            then greatest(7, age - 6)
        when school in ('SMA', 'SMK') or (school in ('SLB', 'PKBM') and age <= 21)
            then least(12, age - 6)
    end as integer) as grade,
    is_in_school and draw('private_school', person_no) < case school
        when 'SD' then 0.22
        when 'SMP' then 0.38
        when 'SMA' then 0.50
        when 'SMK' then 0.78
        when 'PT' then 0.70
        else 0.5
    end as is_in_private_school,
    -- 0 none, 2 some difficulty, 3 a lot, 4 cannot
    cast(case
        when health < if(age >= 60, 0.018, if(age < 6, 0.0025, 0.0035)) then 4
        when health < if(age >= 60, 0.045, if(age < 6, 0.004, 0.007)) then 3
        when health < if(age >= 60, 0.20, if(age < 6, 0.008, 0.025)) then 2
        else 1
    end as integer) as difficulty,
    is_woman and seat <= 2 and age between 18 and 42
    and draw('pregnant', person_no) < 0.03 as is_pregnant,
    case
        when draw('dies', person_no) < case
            when age >= 75 then 0.05
            when age >= 60 then 0.018
            when age >= 40 then 0.004
            else 0.0006
        end
            then cast(
                getvariable('last_date')
                - cast(pick('died_days_ago', person_no, 420) as integer) as date
            )
    end as died_on,
    case
        when draw('moves_out', person_no) < 0.009
            then cast(
                getvariable('last_date')
                - cast(pick('moved_days_ago', person_no, 400) as integer) as date
            )
    end as moved_out_on,
    case
        when draw('deactivated', person_no) < 0.002
            then cast(
                getvariable('last_date')
                - cast(pick('deactivated_days_ago', person_no, 300) as integer) as date
            )
    end as deactivated_on

from staged
order by person_no;

drop table numbered;
