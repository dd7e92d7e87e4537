with

counted as (

    {{ all_day_and_month_counts() }}

),

judged as (

    select
        *,
        {{ var('date_order_slips') }} * (day_first_rows + month_first_rows) as slips

    from counted

)

-- A slip of the pen turns no file; dates that contradict each other prove nothing.
select
    file_id,
    column_name,
    mark,
    case
        when day_first_rows = 0 and month_first_rows = 0 then 'unproven'
        when month_first_rows > 1 and day_first_rows <= slips then 'month_first'
        when day_first_rows > 0 and month_first_rows <= greatest(1, slips)
            then 'day_first'
        else 'either'
    end as date_order,
    cast(day_first_rows as bigint) as day_first_rows,
    cast(month_first_rows as bigint) as month_first_rows,
    cast(either_rows as bigint) as either_rows

from judged
where day_first_rows + month_first_rows + either_rows > 0
