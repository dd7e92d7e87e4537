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

    union all

    select
        'half' as file_id,
        '317509120590900' || cast(n % 2 as varchar) as nik,
        n
    from {{ whole_numbers(1, 20) }}

    union all

    select
        'less_than_half' as file_id,
        '317509120590900' || cast(n % 2 as varchar) as nik,
        n
    from {{ whole_numbers(1, 21) }}

    union all

    -- zeros are no number, and one that begins with 0 fits into a spreadsheet
    select
        'placeholder' as file_id,
        repeat('0', 16) as nik,
        n
    from {{ whole_numbers(1, 30) }}

    union all

    select
        'old' as file_id,
        '0953041205909' || lpad(cast(n * 10 as varchar), 3, '0') as nik,
        n
    from {{ whole_numbers(1, 30) }}

),

judged as (

    {{ zeroed_columns_by_file('example', ['nik']) }}

)

select * from judged
where
    coalesce(zeroed_columns = 'nik', false)
    != (file_id in ('zeroed', 'zeroed_float', 'half'))
