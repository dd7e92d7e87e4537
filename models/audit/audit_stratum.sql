with

stratum as (

    select
        draw_id,
        {{ stratum_columns() }},
        part,
        sum(unit_count) as unit_count,
        sum(case when coverage = 'leaked' then unit_count else 0 end) as leaked_count,
        sum(case when coverage = 'missed' then unit_count else 0 end) as missed_count,
        sum(case when coverage = 'reached' then unit_count else 0 end) as reached_count

    from {{ source('audit', 'stratum') }}
    group by
        draw_id,
        {{ stratum_columns() }},
        part

),

answered as (

    select
        draw_id,
        measure,
        {{ stratum_columns() }},
        part,
        count(*) as drawn_count,
        count(case when is_answered then 1 end) as answered_count,
        count(case when is_answered and is_error then 1 end) as error_count,
        count(case when is_answered and is_right then 1 end) as right_count

    from {{ ref('audit_value') }}
    group by
        draw_id,
        measure,
        {{ stratum_columns() }},
        part

)

select
    answered.*,
    stratum.unit_count,
    stratum.leaked_count,
    stratum.missed_count,
    stratum.reached_count

from answered
inner join stratum
    on
        answered.draw_id = stratum.draw_id
        and answered.part = stratum.part
        and answered.programme_id is not distinct from stratum.programme_id
        and answered.city_code is not distinct from stratum.city_code
        and answered.district_code is not distinct from stratum.district_code
        and answered.national_decile is not distinct from stratum.national_decile
