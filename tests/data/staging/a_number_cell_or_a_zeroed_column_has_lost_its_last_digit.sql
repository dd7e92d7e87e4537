with

example (written, number_cells, zeroed_columns, expected_number, expected_status) as (

    values
    ('3175091205909000', 'written', null, null, 'zeroed'),
    ('3175091205909000', 'no,written', null, null, 'zeroed'),
    ('3175091205909001', 'written', null, '3175091205909001', 'float'),
    ('3175091205909000', null, 'written', null, 'zeroed'),
    ('3175091205909000.0', null, 'written', null, 'zeroed'),
    ('3175091205909001', null, 'written', '3175091205909001', 'valid'),
    ('3175091205909000', 'other', 'rewritten', '3175091205909000', 'valid'),
    ('3175091205909000', null, null, '3175091205909000', 'valid')

),

identified as (

    {{ identify('example', nik='written') }}

)

select
    written,
    nik_number,
    nik_status
from identified
where
    nik_number is distinct from expected_number
    or nik_status is distinct from expected_status
