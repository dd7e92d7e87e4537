-- Kelurahan with their share of the families, numbered in the order of their codes.
create table region as
with

population as (

    select * from read_csv(getvariable('population_seed'), all_varchar = true)

),

bps as (

    select * from read_csv(getvariable('bps_seed'), all_varchar = true)

),

numbered as (

    select
        row_number() over (order by population.kelurahan_code) as region_no,
        population.*,
        sum(cast(population.families as bigint)) over (
            order by population.kelurahan_code
        ) as families_up_to,
        sum(cast(population.families as bigint)) over () as families_in_all,
        bps.bps_region_code as bps_kelurahan_code,
        bps.bps_district_code,
        bps.bps_city_code

    from population
    inner join bps on population.kelurahan_code = bps.region_code

),

shared as (

    select
        region_no,
        kelurahan_code,
        kelurahan_name,
        district_code,
        district_name,
        city_code,
        city_name,
        -- where the BPS code is not published, a code that stands in no list
        coalesce(
            nullif(bps_kelurahan_code, ''),
            bps_district_code || '0' || cast(80 + region_no % 20 as varchar)
        ) as bps_kelurahan_code,
        bps_district_code,
        bps_city_code,
        cast(population as double) / cast(families as double) as family_size,
        cast(
            (families_up_to - cast(families as bigint))
            * getvariable('families') // families_in_all as bigint
        ) as first_family,
        cast(families_up_to * getvariable('families') // families_in_all as bigint)
            as end_family,
        cast(civil_servants as double) / cast(families as double)
            as civil_servant_rate,
        cast(soldiers as double) / cast(families as double) as soldier_rate,
        cast(police as double) / cast(families as double) as police_rate,
        cast(pensioners as double) / cast(families as double) as pensioner_rate,
        -- how many of each age group head a family
        [
            0.13 * cast(age_20_24 as double),
            0.33 * cast(age_25_29 as double),
            0.47 * cast(age_30_34 as double),
            0.50 * cast(age_35_39 as double),
            0.53 * cast(age_40_44 as double),
            0.55 * cast(age_45_49 as double),
            0.56 * cast(age_50_54 as double),
            0.56 * cast(age_55_59 as double),
            0.55 * cast(age_60_64 as double),
            0.54 * cast(age_65_69 as double),
            0.52 * cast(age_70_74 as double),
            0.45 * cast(age_75_plus as double)
        ] as heads

    from numbered

)

select
    *,
    list_transform(
        range(1, 13),
        lambda band: list_sum(heads[1:band]) / list_sum(heads)
    ) as heads_up_to
from shared
order by region_no;

set variable kelurahan_code = (
    select list(kelurahan_code order by region_no) from region
);
set variable kelurahan_name = (
    select list(kelurahan_name order by region_no) from region
);
set variable district_code = (
    select list(district_code order by region_no) from region
);
set variable district_name = (
    select list(district_name order by region_no) from region
);
set variable city_code = (
    select list(city_code order by region_no) from region
);
set variable city_name = (
    select list(city_name order by region_no) from region
);
set variable bps_kelurahan_code = (
    select list(bps_kelurahan_code order by region_no) from region
);
set variable bps_district_code = (
    select list(bps_district_code order by region_no) from region
);
set variable bps_city_code = (
    select list(bps_city_code order by region_no) from region
);
