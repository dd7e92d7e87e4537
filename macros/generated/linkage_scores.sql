{#
    Written by `selaras compile` from rules/linkage.yml and its trained model: every pair with
    the level and weight of each comparison, and how likely it is that both are one person. How
    rare a value is, is told among `everybody`, whoever of them may be meant; `beside` is what
    records are set beside where that is not the people who are counted.
#}
{% macro scores_of(pair, listed, known, everybody, beside='known') -%}
    with

    pair as (

        select * from {{ pair }}

    ),

    listed as (

        select * from {{ listed }}

    ),

    known as (

        select * from {{ known }}

    ),

    everybody as (

        select * from {{ everybody }}

    ),

    population as (

        select
            cast(count(*) as double) as people,
            (select cast(count(*) as double) from known) as known_people

        from everybody

    ),

    name_rarity as (

        select
            name,
            cast(count(*) as double) as people

        from everybody
        where name in (select listed.name from listed)
        group by name

    ),

    birth_date_rarity as (

        select
            birth_date,
            cast(count(*) as double) as people

        from everybody
        where birth_date in (select listed.birth_date from listed)
        group by birth_date

    ),

    no_kk_rarity as (

        select
            no_kk,
            cast(count(*) as double) as people

        from everybody
        where no_kk in (select listed.no_kk from listed)
        group by no_kk

    ),

    compared as (

        select
            pair.record_id,
            pair.known_id,
            case
                when listed.name is null or known.name is null then 'missing'
                when listed.name = known.name then 'same'
                when listed.name_key = known.name_key then 'same_sound'
                when
                    {{ likeness('listed.name_key', 'known.name_key') }} >= 0.88
                    and {{ edit_distance('listed.name_key', 'known.name_key') }} <= 2
                    then 'one_slip'
                when
                    length(listed.name_key) >= 3
                    and left(known.name_key, length(listed.name_key)) = listed.name_key
                    or length(known.name_key) >= 3
                    and left(listed.name_key, length(known.name_key)) = known.name_key
                    then 'cut_short'
                when
                    {{ likeness('listed.name_key', 'known.name_key') }} >= 0.88
                    then 'alike'
                else 'other'
            end as name_level,
            case
                when listed.birth_date is null or known.birth_date is null then 'missing'
                when listed.birth_date = known.birth_date then 'same'
                when
                    year(listed.birth_date) = year(known.birth_date)
                    and month(listed.birth_date) = day(known.birth_date)
                    and day(listed.birth_date) = month(known.birth_date)
                    then 'swapped'
                when
                    {{ edit_distance('listed.birth_digits', 'known.birth_digits') }} <= 1
                    then 'one_digit'
                when abs(listed.birth_month - known.birth_month) <= 1 then 'near'
                else 'other'
            end as birth_date_level,
            case
                when listed.sex is null or known.sex is null then 'missing'
                when listed.sex = known.sex then 'same'
                else 'other'
            end as sex_level,
            case
                when listed.region_code is null or known.region_code is null then 'missing'
                when listed.region_code = known.region_code then 'same'
                when
                    left(listed.region_code, 6) = left(known.region_code, 6)
                    then 'same_district'
                else 'other'
            end as kelurahan_level,
            case
                when listed.no_kk is null or known.no_kk is null then 'missing'
                when listed.no_kk = known.no_kk then 'same'
                when
                    {{ likeness('listed.no_kk', 'known.no_kk') }} >= 0.75
                    and {{ edit_distance('listed.no_kk', 'known.no_kk') }} <= 2
                    then 'nearly'
                else 'other'
            end as family_card_level,
            case
                when listed.nik is null or known.nik is null then 'missing'
                when listed.nik = known.nik then 'same'
                when
                    length(listed.nik) = 16
                    and left(listed.nik, 15) = left(known.nik, 15)
                    and right(listed.nik, 1) = '0'
                    then 'zeroed'
                when
                    length(listed.nik) between 12 and 15
                    and left(known.nik, length(listed.nik)) = listed.nik
                    then 'cut_short'
                when
                    {{ likeness('listed.nik', 'known.nik') }} >= 0.75
                    and {{ edit_distance('listed.nik', 'known.nik') }} <= 1
                    then 'one_digit'
                when
                    {{ likeness('listed.nik', 'known.nik') }} >= 0.75
                    and {{ edit_distance('listed.nik', 'known.nik') }} <= 2
                    then 'two_digits'
                else 'other'
            end as number_level,
            log2(
                (population.people + 1000)
                / (coalesce(name_rarity.people, 1) + 0.120678)
            ) as name_rarity,
            log2(
                (population.people + 1000)
                / (coalesce(birth_date_rarity.people, 1) + 0.041013)
            ) as birth_date_rarity,
            log2(
                (population.people + 1000)
                / (coalesce(no_kk_rarity.people, 1) + 0.000684)
            ) as no_kk_rarity,
            log2(0.9085 / population.known_people) as prior_weight

        from pair
        inner join listed
            on pair.record_id = listed.record_id
        inner join {{ beside }} as known
            on pair.known_id = known.known_id
        cross join population
        left join name_rarity
            on listed.name = name_rarity.name
        left join birth_date_rarity
            on listed.birth_date = birth_date_rarity.birth_date
        left join no_kk_rarity
            on listed.no_kk = no_kk_rarity.no_kk

    ),

    weighed as (

        select
            *,
            case name_level
                when 'same' then -0.114655 + name_rarity
                when 'same_sound' then 16.191399
                when 'one_slip' then 8.901900
                when 'cut_short' then 1.707520
                when 'alike' then 2.402043
                when 'other' then -7.639948
                else cast(0 as double)
            end as name_weight,
            case birth_date_level
                when 'same' then -0.042712 + birth_date_rarity
                when 'swapped' then 8.929724
                when 'one_digit' then 3.951866
                when 'near' then 0.915858
                when 'other' then -7.637567
                else cast(0 as double)
            end as birth_date_weight,
            case sex_level
                when 'same' then 1.000173
                when 'other' then -6.644029
                else cast(0 as double)
            end as sex_weight,
            case kelurahan_level
                when 'same' then 7.641170
                when 'same_district' then -2.271193
                when 'other' then -7.601184
                else cast(0 as double)
            end as kelurahan_weight,
            case family_card_level
                when 'same' then -0.057099 + no_kk_rarity
                when 'nearly' then 10.365660
                when 'other' then -5.942680
                else cast(0 as double)
            end as family_card_weight,
            case number_level
                when 'same' then 14.872672
                when 'zeroed' then 20.841366
                when 'cut_short' then 19.115188
                when 'one_digit' then 19.913418
                when 'two_digits' then 11.243563
                when 'other' then -2.041889
                else cast(0 as double)
            end as number_weight

        from compared

    ),

    summed as (

        select
            *,
            prior_weight
            + name_weight
            + birth_date_weight
            + sex_weight
            + kelurahan_weight
            + family_card_weight
            + number_weight as match_weight

        from weighed

    )

    -- Weights are powers of two; their sum as a probability, never certain, is the score.
    select
        record_id,
        known_id,
        name_level,
        round(name_weight, 4) as name_weight,
        birth_date_level,
        round(birth_date_weight, 4) as birth_date_weight,
        sex_level,
        round(sex_weight, 4) as sex_weight,
        kelurahan_level,
        round(kelurahan_weight, 4) as kelurahan_weight,
        family_card_level,
        round(family_card_weight, 4) as family_card_weight,
        number_level,
        round(number_weight, 4) as number_weight,
        round(prior_weight, 4) as prior_weight,
        round(match_weight, 4) as match_weight,
        least(round(1 / (1 + power(2, -match_weight)), 6), 0.999999) as score,
        name_level not in ('missing', 'other') as has_required

    from summed
{%- endmacro %}
