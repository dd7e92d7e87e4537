-- Who heads each family and how many may live in it; the members follow from this.
create table family_plan as
with

numbered as (

    select
        region_no,
        family_size,
        heads_up_to,
        unnest(range(first_family, end_family)) as family_no

    from region

),

headed as (

    select
        family_no,
        region_no,
        family_size,
        least(
            95,
            20
            + 5 * len(list_filter(
                heads_up_to, lambda share: share < draw('head_band', family_no)
            ))
            + pick('head_age', family_no, 5)
            + case
                when draw('head_band', family_no) > heads_up_to[11]
                    then pick('head_very_old', family_no, 12)
                else 0
            end
        ) as head_age

    from numbered

),

paired as (

    select
        *,
        draw('has_spouse', family_no) < case
            when head_age < 25 then 0.42
            when head_age < 30 then 0.66
            when head_age < 60 then 0.82
            when head_age < 70 then 0.68
            else 0.45
        end as has_spouse,
        greatest(
            18, head_age - 6 + pick('spouse_gap', family_no, 9)
        ) as spouse_age

    from headed

),

sexed as (

    select
        *,
        draw('head_sex', family_no)
        < case when has_spouse then 0.02 else 0.62 end as head_is_woman

    from paired

)

select
    family_no,
    cast(region_no as integer) as region_no,
    cast(head_age as integer) as head_age,
    cast(spouse_age as integer) as spouse_age,
    has_spouse,
    head_is_woman,
    cast(
        case when has_spouse and not head_is_woman then spouse_age else head_age end
        as integer
    ) as mother_age,
    19 + pick('first_birth', family_no, 6) + pick('first_birth_late', family_no, 6)
        as first_birth_age,
    2 + pick('birth_gap', family_no, 4) as birth_gap,
    case
        when has_spouse or draw('alone_with_children', family_no)
            < case when head_is_woman then 0.6 else 0.18 end
            then len(list_filter(
                [0.10, 0.30, 0.72, 0.92, 0.98],
                lambda share:
                    share < draw('children', family_no)
                    + (family_size - 3.108) * 0.22
            ))
        else 0
    end as child_limit,
    draw('has_parent', family_no)
    < case when head_age between 28 and 58 then 0.055 else 0 end as has_parent,
    draw('has_relative', family_no) < 0.035 as has_relative,
    case
        when mother_age >= 47 and draw('has_grandchild', family_no) < 0.20
            then 1 + pick('second_grandchild', family_no, 2)
        else 0
    end as grandchildren,
    -- a baby is born in one of the weeks after the first drop
    case
        when mother_age between 20 and 41
            and (has_spouse or head_is_woman)
            and draw('baby', family_no) < 0.0012 * (getvariable('weeks') - 1)
            then 1 + pick('baby_week', family_no, greatest(1, getvariable('weeks') - 1))
    end as baby_week

from sexed
order by family_no;
