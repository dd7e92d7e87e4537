with

listed as (

    select
        resident.* exclude (nik),
        coalesce(resident.nik, found.nik) as nik

    from {{ ref('stg_dukcapil__resident') }} as resident
    left join {{ ref('resident_number') }} as found
        on resident.source_row_id = found.source_row_id

),

status as (

    select * from {{ ref('resident_status') }}

),

repeated as (

    select nik from listed
    group by nik
    having count(*) > 1

),

-- Nearly every number has one row: only the others are put in order.
ranked as (

    select
        listed.source_row_id,
        row_number() over (
            partition by listed.nik
            order by
                case
                    when listed.life_status = coalesce(status.life_status, 'active')
                        then 0
                    else 1
                end,
                coalesce(listed.life_status_on, date '0001-01-01') desc,
                coalesce(listed.no_kk, ''),
                coalesce(listed.name_normalised, ''),
                coalesce(cast(listed.birth_date as varchar), ''),
                coalesce(listed.sex, ''),
                listed.source_row_id
        ) as precedence

    from listed
    inner join repeated
        on listed.nik = repeated.nik
    left join status
        on listed.nik = status.nik

),

outranked as (

    select source_row_id from ranked
    where precedence > 1

)

select
    listed.nik,
    listed.no_kk,
    listed.full_name,
    listed.name_normalised,
    listed.birth_date,
    listed.nik_status = 'date_conflict' as is_born_on_another_day,
    listed.sex,
    listed.occupation_class,
    case when status.nik is null then listed.life_status else status.life_status end
        as life_status,
    case
        when status.nik is null then listed.life_status_on
        when status.life_status is not null then status.life_status_on
    end as life_status_on,
    status.contradiction as life_status_contradiction,
    listed.region_code,
    listed.id_card_province_code,
    listed.source_row_id,
    listed.batch_date

from listed
left join outranked
    on listed.source_row_id = outranked.source_row_id
left join status
    on listed.nik = status.nik
where listed.nik is not null and outranked.source_row_id is null
