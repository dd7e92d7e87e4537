with

listed as (

    select
        resident.* exclude (nik),
        coalesce(resident.nik, found.nik) as nik

    from {{ ref('stg_dukcapil__resident') }} as resident
    left join {{ ref('resident_number') }} as found
        on resident.source_row_id = found.source_row_id

),

ranked as (

    select
        source_row_id,
        row_number() over (
            partition by nik
            order by
                case when life_status = 'active' then 0 else 1 end,
                coalesce(life_status_on, date '0001-01-01') desc,
                coalesce(no_kk, ''),
                coalesce(name_normalised, ''),
                coalesce(cast(birth_date as varchar), ''),
                coalesce(sex, ''),
                source_row_id
        ) as precedence

    from listed
    where nik is not null

)

select
    listed.nik,
    listed.no_kk,
    listed.full_name,
    listed.name_normalised,
    listed.birth_date,
    listed.sex,
    listed.occupation_class,
    listed.life_status,
    listed.life_status_on,
    listed.region_code,
    listed.id_card_province_code,
    listed.source_row_id,
    listed.batch_date

from ranked
inner join listed
    on ranked.source_row_id = listed.source_row_id
where ranked.precedence = 1
