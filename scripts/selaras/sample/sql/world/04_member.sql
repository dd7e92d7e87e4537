-- Everybody with a seat in a family: 1 head, 2 spouse, 3-7 children, 8-9 grandchildren,
-- 10 parent, 11 relative, 12 a baby born between two drops.
create table member as
with

seated as (

    select
        family_no * 16 + seat as person_no,
        family_plan.*,
        seat

    from family_plan
    cross join (select unnest(range(1, 13)) as seat) as seats
    where
        seat = 1
        or (seat = 2 and has_spouse)
        or (seat between 3 and 2 + child_limit)
        or (seat between 8 and 7 + grandchildren)
        or (seat = 10 and has_parent)
        or (seat = 11 and has_relative)
        or (seat = 12 and baby_week is not null)

),

aged as (

    select
        person_no,
        family_no,
        region_no,
        seat,
        baby_week,
        head_is_woman,
        cast(case
            when seat = 1 then head_age
            when seat = 2 then spouse_age
            when seat <= 7 then mother_age - first_birth_age - (seat - 3) * birth_gap
            when seat <= 9 then least(
                pick('grandchild_age', person_no, 15), mother_age - 40
            )
            when seat = 10 then
                least(96, head_age + 21 + pick('parent_age', person_no, 12))
            when seat = 11 then 15 + pick('relative_age', person_no, 40)
            else 0
        end as integer) as age

    from seated

),

present as (

    select *
    from aged
    where
        age >= 0
        and (
            seat not between 3 and 7
            or draw('lives_at_home', person_no) < case
                when age < 18 then 1.0
                when age < 23 then 0.90
                when age < 28 then 0.64
                when age < 33 then 0.38
                when age < 45 then 0.10
                else 0.01
            end
        )

)

select
    person_no,
    family_no,
    region_no,
    seat,
    baby_week,
    age,
    case
        when seat <= 2 then head_is_woman = (seat = 1)
        else draw('sex', person_no) < 0.492
    end as is_woman,
    case
        when seat = 12 then cast(
            getvariable('first_date')
            + cast(7 * baby_week - 1 - pick('birth_day', person_no, 6) as integer)
            as date
        )
        else cast(
            getvariable('last_date') - to_years(age)
            - to_days(cast(pick('birthday', person_no, 365) as integer)) as date
        )
    end as birth_date

from present
order by person_no;
