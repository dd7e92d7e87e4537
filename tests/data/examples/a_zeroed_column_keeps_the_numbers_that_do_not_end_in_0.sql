-- Whose number truly ends in 0, nobody can tell; so it is unknown like the others.
with

landed as (

    select
        'f' as file_id,
        n,
        '3175091205909'
        || lpad(cast(n * 10 + {{ divide_whole('n', 28) }} as varchar), 3, '0') as nik,
        '3175090101159' || lpad(cast(n as varchar), 3, '0') as no_kk
    from {{ whole_numbers(1, 30) }}

),

file_check as (

    {{ zeroed_columns_by_file('landed', ['nik', 'no_kk']) }}

),

row_as_landed as (

    select
        landed.*,
        cast(null as varchar) as number_cells,
        file_check.zeroed_columns
    from landed
    inner join file_check
        on landed.file_id = file_check.file_id

),

identified as (

    {{ identify('row_as_landed', nik='nik', no_kk='no_kk') }}

)

select
    nik,
    nik_number,
    nik_status,
    no_kk,
    no_kk_number,
    no_kk_status
from identified
where
    nik_number is distinct from case when n > 27 then nik end
    or nik_status != case when n > 27 then 'valid' else 'zeroed' end
    or no_kk_number is distinct from no_kk
    or no_kk_status != 'valid'
