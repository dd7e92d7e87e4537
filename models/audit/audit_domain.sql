{{ config(materialized='view') }}

with

stratum as (

    select * from {{ ref('audit_stratum') }}

),

kind as (

    select
        'stratum' as reported_for,
        true as has_programme,
        true as has_place

    union all

    select
        'programme' as reported_for,
        true as has_programme,
        false as has_place

    union all

    select
        'all' as reported_for,
        false as has_programme,
        false as has_place

)

select
    stratum.draw_id,
    stratum.measure,
    kind.reported_for,
    case when kind.has_programme then stratum.programme_id end as programme_id,
    case when kind.has_place then stratum.city_code end as city_code,
    case when kind.has_place then stratum.district_code end as district_code,
    case when kind.has_place then stratum.national_decile end as national_decile,
    stratum.part,
    stratum.unit_count,
    stratum.drawn_count,
    stratum.answered_count,
    stratum.error_count,
    stratum.right_count,
    stratum.leaked_count,
    stratum.missed_count,
    stratum.reached_count

from stratum
cross join kind
where
    kind.reported_for != 'programme'
    or (
        stratum.programme_id is not null
        and coalesce(stratum.city_code, stratum.district_code, stratum.national_decile)
        is not null
    )
