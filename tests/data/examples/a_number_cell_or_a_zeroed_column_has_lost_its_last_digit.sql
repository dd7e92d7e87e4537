-- What does not end in 0 kept all its digits.
with

example (written, number_cells, zeroed_columns, expected_number, expected_status) as (

    values
    ('3175091205909000', 'written', null, null, 'zeroed'),
    ('3175091205909000', 'no,written', null, null, 'zeroed'),
    ('3175091205909000', 'written,no', null, null, 'zeroed'),
    ('3175091205909001', 'written', null, '3175091205909001', 'float'),
    ('3175091205909009', 'written', null, '3175091205909009', 'float'),
    ('3175091205909000', null, 'written', null, 'zeroed'),
    ('3175091205909000.0', null, 'written', null, 'zeroed'),
    ('''3175091205909000', null, 'written', null, 'zeroed'),
    -- a serial below 10 becomes 0000
    ('3175091205900000', null, 'written', null, 'zeroed'),
    ('3175091205909001', null, 'written', '3175091205909001', 'valid'),
    ('3175091205909001.0', null, 'written', '3175091205909001', 'float'),
    ('0953041205909000', null, 'written', '0953041205909000', 'valid'),
    ('3175091205909000', 'other', 'rewritten', '3175091205909000', 'valid'),
    ('3175091205909000', null, null, '3175091205909000', 'valid'),
    ('3175091205909000.0', null, null, '3175091205909000', 'float'),
    -- whole numbers above 2^53 are even as floats; an odd one was never a float
    ('9171011205909001.0', null, null, '9171011205909001', 'float'),
    ('9171011205909002.0', null, null, null, 'zeroed'),
    ('9171011205909002', null, null, '9171011205909002', 'valid'),
    ('9171011205909002', 'written', null, null, 'zeroed')

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
