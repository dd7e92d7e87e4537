with

sighting as (

    select
        number_sighting.batch_date,
        number_sighting.no_kk,
        number_sighting.is_present,
        coalesce(renumbered.first_nik, number_sighting.nik) as first_nik

    from {{ ref('number_sighting') }} as number_sighting
    left join {{ ref('renumbered') }} as renumbered
        on number_sighting.nik = renumbered.nik
    where number_sighting.no_kk is not null

),

followed as (

    select
        *,
        lag(no_kk) over (partition by first_nik order by batch_date) as previous_no_kk

    from sighting

)

select
    followed.first_nik,
    followed.batch_date,
    registry_drop.previous_batch_date,
    followed.no_kk,
    followed.previous_no_kk,
    followed.is_present

from followed
inner join {{ ref('registry_drop') }} as registry_drop
    on followed.batch_date = registry_drop.batch_date
where followed.no_kk != followed.previous_no_kk
