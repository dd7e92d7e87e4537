-- What the birth date of the row says about a NIK, which stays as it is.
with

example (written, birth_date, expected_number, expected_status, expected_repair) as (

    values
    ('3175091205909001', date '1990-05-12', '3175091205909001', 'valid', null),
    ('3175095205909001', date '1990-05-12', '3175095205909001', 'valid', null),
    ('3175091205909001', null, '3175091205909001', 'valid', null),
    ('3175095205909001', null, '3175095205909001', 'valid', null),
    ('3175092902009001', date '2000-02-29', '3175092902009001', 'valid', null),
    -- a child of 2015 and somebody born in 1915 share their two digits
    ('3175091205159001', date '2015-05-12', '3175091205159001', 'valid', null),
    ('3175091205159001', date '1915-05-12', '3175091205159001', 'valid', null),
    (
        '953041205909001', date '1990-05-12', '0953041205909001', 'repaired',
        'lost_zero'
    ),
    ('3175091205909001.0', date '1990-05-12', '3175091205909001', 'float', 'float'),

    -- one wrong digit: it is not known which of the two dates is right
    ('3175091305909001', date '1990-05-12', '3175091305909001', 'date_conflict', null),
    ('3175095305909001', date '1990-05-12', '3175095305909001', 'date_conflict', null),
    ('3175091206909001', date '1990-05-12', '3175091206909001', 'date_conflict', null),
    ('3175095205899001', date '1990-05-12', '3175095205899001', 'date_conflict', null),
    ('3175090101909001', date '1990-05-12', '3175090101909001', 'date_conflict', null),
    ('3175091205909001', date '1990-01-01', '3175091205909001', 'date_conflict', null),
    (
        '''3175091305909001', date '1990-05-12', '3175091305909001', 'date_conflict',
        'stripped'
    ),
    (
        '3175091305909001.0', date '1990-05-12', '3175091305909001', 'date_conflict',
        'float'
    ),
    -- one wrong digit that leaves the date alone cannot be seen in the number
    ('3175091205909002', date '1990-05-12', '3175091205909002', 'valid', null),
    -- one that breaks the structure can, but not what it was
    ('3175091215909001', date '1990-05-12', null, 'malformed', null),
    ('3775091205909001', date '1990-05-12', null, 'malformed', null),
    -- nor does a birth date give back what the number has lost
    ('317509120590900', date '1990-05-12', null, 'truncated', null),
    ('3.17509E+15', date '1990-05-12', null, 'scientific', null),
    ('9999999999999999', date '1990-05-12', null, 'placeholder', null),
    (null, date '1990-05-12', null, 'missing', null)

),

row_as_landed as (

    select
        *,
        cast(null as varchar) as number_cells,
        cast(null as varchar) as zeroed_columns
    from example

),

identified as (

    {{ identify('row_as_landed', nik='written', birth_date='birth_date') }}

)

select
    written,
    nik_number,
    nik_status,
    nik_repair
from identified
where
    nik_number is distinct from expected_number
    or nik_status is distinct from expected_status
    or nik_repair is distinct from expected_repair
