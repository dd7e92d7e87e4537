with

day_listed as (

    select
        {{ day_series(
            "cast('" ~ var('calendar').first_day ~ "' as date)",
            add_months('as_of_date', 12 * var('calendar').years_ahead)
        ) }} as date_day,
        as_of_date

    from {{ ref('as_of') }}

),

-- The week of a day is that of its Thursday, and so is its year (ISO 8601).
numbered as (

    select
        *,
        {{ days_between("cast(date_trunc('week', date_day) as date)", 'date_day') }} + 1
            as day_of_week,
        cast(date_trunc('week', date_day) as date) as first_day_of_week,
        {{ add_days("cast(date_trunc('week', date_day) as date)", 3) }} as thursday,
        cast(date_trunc('month', date_day) as date) as first_day_of_month

    from day_listed

)

select
    numbered.date_day,
    year(numbered.date_day) as calendar_year,
    quarter(numbered.date_day) as calendar_quarter,
    month(numbered.date_day) as month_of_year,
    month_name.label_indonesian as month_indonesian,
    month_name.label_english as month_english,
    day(numbered.date_day) as day_of_month,
    numbered.day_of_week,
    weekday_name.label_indonesian as weekday_indonesian,
    weekday_name.label_english as weekday_english,
    year(numbered.thursday) as iso_year,
    extract(week from numbered.date_day) as iso_week,
    numbered.first_day_of_week,
    numbered.first_day_of_month,
    numbered.date_day = numbered.as_of_date as is_as_of_date

from numbered
inner join {{ ref('code_label') }} as month_name
    on
        month_name.domain = 'month'
        and cast(month(numbered.date_day) as varchar) = month_name.code
inner join {{ ref('code_label') }} as weekday_name
    on
        weekday_name.domain = 'weekday'
        and cast(numbered.day_of_week as varchar) = weekday_name.code
