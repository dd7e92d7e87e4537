-- How well off each family is: a score, then deciles, assets and registers that know
-- it.
create table household as
with

counted as (

    select
        family_no,
        any_value(region_no) as region_no,
        count(*) filter (where seat < 12) as member_count,
        count(*) filter (where age between 6 and 18 and is_in_school) as pupils,
        count(*) filter (where age < 6) as small_children,
        count(*) filter (where age >= 60) as elderly,
        count(*) filter (where age between 20 and 59) as adults,
        bool_or(difficulty >= 3) as has_severe,
        bool_or(is_pregnant) as has_pregnant,
        coalesce(
            min(person_no) filter (where seat <= 2 and is_woman),
            max(person_no) filter (where seat = 1)
        ) as mother_no

    from life
    group by family_no

),

scored as (

    select
        *,
        draw('welfare', family_no)
        + 0.45 * draw('luck', family_no)
        - 0.17 * least(pupils, 3)
        - 0.06 * small_children
        - 0.10 * elderly
        + 0.03 * adults
        - if(has_severe, 0.15, 0) as score

    from counted

),

ranked as (

    select
        *,
        percent_rank() over (order by score, family_no) as standing,
        percent_rank() over (
            partition by getvariable('city_code')[region_no]
            order by score, family_no
        ) as city_standing

    from scored

),

placed as (

    select
        *,
        1 + len(list_filter(
            [0.027, 0.070, 0.133, 0.220, 0.320, 0.440, 0.570, 0.710, 0.860],
            lambda share: share <= standing
        )) as national_decile

    from ranked

)

select
    placed.family_no,
    region_no,
    member_count,
    pupils,
    small_children,
    elderly,
    has_severe,
    has_pregnant,
    mother_no,
    cast(national_decile as integer) as national_decile,
    cast(least(10, 1 + floor(standing * 10)) as integer) as province_decile,
    cast(least(10, 1 + floor(city_standing * 10)) as integer) as city_decile,
    draw('car', placed.family_no) < case
        when national_decile <= 4 then 0.018
        when national_decile <= 7 then 0.16
        else 0.52
    end as owns_car,
    draw('owns_home', placed.family_no) < 0.30 + 0.03 * national_decile as owns_home,
    -- taxable value in rupiah
    case
        when draw('owns_home', placed.family_no) < 0.30 + 0.03 * national_decile
            then 1000000 * cast(
                40
                + 90 * national_decile * pow(draw('home_value', placed.family_no), 1.5)
                + if(
                    draw('prime_home', placed.family_no) < 0.004 * national_decile,
                    1200,
                    0
                )
                as bigint
            )
    end as property_value,
    draw('branded_water', placed.family_no)
    < if(national_decile <= 4, 0.02, 0.06 * (national_decile - 4))
        as uses_branded_water,
    draw('in_dtsen', placed.family_no) < 0.97 as is_in_dtsen,
    draw('in_dukcapil', placed.family_no) < 0.965
    or draw('in_dtsen', placed.family_no) >= 0.97
        as is_in_dukcapil,
    -- the week in which the family moves to another kelurahan
    case
        when
            draw('family_moves', placed.family_no) < 0.0006 * (getvariable('weeks') - 1)
            then
                1
                + pick(
                    'move_week', placed.family_no, greatest(1, getvariable('weeks') - 1)
                )
    end as move_week,
    cast(1 + pick('new_region', placed.family_no, 267) as integer) as new_region_no,
    -- the week in which the national register ranks the family anew
    case
        when
            draw('decile_changes', placed.family_no)
            < 0.005 * (getvariable('weeks') - 1)
            then
                1
                + pick(
                    'decile_week',
                    placed.family_no,
                    greatest(1, getvariable('weeks') - 1)
                )
    end as decile_week,
    if(draw('decile_step', placed.family_no) < 0.5, -1, 1) as decile_step,
    draw('insurance', placed.family_no) as insurance,
    card.no_kk

from placed
inner join card on placed.family_no = card.family_no
order by placed.family_no;
