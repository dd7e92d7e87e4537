with

example (file_id, nik, n) as (

    select
        'zeroed' as file_id,
        '3175091205909' || lpad(cast(n * 10 as varchar), 3, '0') as nik,
        n
    from {{ whole_numbers(1, 30) }}

    union all

    select
        'sound' as file_id,
        '3175091205909' || lpad(cast(n as varchar), 3, '0') as nik,
        n
    from {{ whole_numbers(1, 30) }}

    union all

    select
        'too_short_to_tell' as file_id,
        '317509120590' || lpad(cast(n * 10 as varchar), 4, '0') as nik,
        n
    from {{ whole_numbers(1, 19) }}

    union all

    select
        'zeroed_float' as file_id,
        '3175091205909' || lpad(cast(n * 10 as varchar), 3, '0') || '.0' as nik,
        n
    from {{ whole_numbers(1, 30) }}

),

judged as (

    {{ zeroed_columns_by_file('example', ['nik']) }}

)

select * from judged
where coalesce(zeroed_columns = 'nik', false) != (file_id in ('zeroed', 'zeroed_float'))
