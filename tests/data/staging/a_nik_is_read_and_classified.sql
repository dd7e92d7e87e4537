-- Each case is a NIK as it arrives beside what must become of it.
with

example (written, birth_date, expected_number, expected_status, expected_repair) as (

    values
    ('3175091205909001', date '1990-05-12', '3175091205909001', 'valid', null),
    ('3175095205909001', date '1990-05-12', '3175095205909001', 'valid', null),
    ('3175091205909001', null, '3175091205909001', 'valid', null),
    ('3175092902009001', date '2000-02-29', '3175092902009001', 'valid', null),
    -- a woman whose day lacks the 40 still carries her birth date
    ('3175091205909001', date '1990-05-12', '3175091205909001', 'valid', null),

    ('3175091205909001.0', null, '3175091205909001', 'float', 'float'),
    ('3175091205909001.00', null, '3175091205909001', 'float', 'float'),
    ('3175091205909001,0', null, '3175091205909001', 'float', 'float'),

    ('''3175091205909001', null, '3175091205909001', 'repaired', 'stripped'),
    (' 3175091205909001 ', null, '3175091205909001', 'repaired', 'stripped'),
    ('3175 0912 0590 9001', null, '3175091205909001', 'repaired', 'stripped'),
    ('31.75.09.120590.9001', null, '3175091205909001', 'repaired', 'stripped'),
    ('317509-120590-9001', null, '3175091205909001', 'repaired', 'stripped'),
    (
        '3175091205909001' || chr(160), null,
        '3175091205909001', 'repaired', 'stripped'
    ),
    (chr(8203) || '3175091205909001', null, '3175091205909001', 'repaired', 'stripped'),
    (
        chr(65279) || '3175091205909001', null,
        '3175091205909001', 'repaired', 'stripped'
    ),

    ('3175O912O59O9OO1', null, '3175091205909001', 'repaired', 'letters'),
    ('3l75o9I2o59o9oo1', null, '3175091205909001', 'repaired', 'letters'),
    ('3175091205909O01.0', null, '3175091205909001', 'float', 'float'),

    ('953041205909001', date '1990-05-12', '0953041205909001', 'repaired', 'lost_zero'),
    ('953041205909001.0', null, '0953041205909001', 'repaired', 'lost_zero'),
    ('0953041205909001', null, '0953041205909001', 'valid', null),

    ('3.17509E+15', null, null, 'scientific', null),
    ('3,17509E+15', null, null, 'scientific', null),
    ('3.17509e15', null, null, 'scientific', null),

    ('317509120590900', null, null, 'truncated', null),
    ('953999905909001', null, null, 'truncated', null),
    ('31750912', null, null, 'truncated', null),
    ('31750912059090011', null, null, 'malformed', null),
    ('31750912O59O9OO1X', null, null, 'malformed', null),
    ('TIDAK ADA', null, null, 'malformed', null),

    ('9999999999999999', null, null, 'placeholder', null),
    ('1111111111111111', null, null, 'placeholder', null),
    ('0000000000000000', null, null, 'placeholder', null),
    ('999', null, null, 'placeholder', null),
    ('0', null, null, 'placeholder', null),
    ('-', null, null, 'placeholder', null),
    ('3171010101700000', null, null, 'placeholder', null),
    (null, null, null, 'missing', null),
    ('  ', null, null, 'missing', null),

    ('3175090005909001', null, null, 'malformed', null),
    ('3175093205909001', null, null, 'malformed', null),
    ('3175094005909001', null, null, 'malformed', null),
    ('3175097205909001', null, null, 'malformed', null),
    ('3175098105909001', null, null, 'malformed', null),
    ('3175091213909001', null, null, 'malformed', null),
    ('3175091200909001', null, null, 'malformed', null),
    ('3175093104909001', null, null, 'malformed', null),
    ('3175093002909001', null, null, 'malformed', null),
    ('3175092902919001', null, null, 'malformed', null),
    ('3175096902919001', null, null, 'malformed', null),
    ('3175091205900000', null, null, 'malformed', null),
    ('9975091205909001', null, null, 'malformed', null),

    ('3175091305909001', date '1990-05-12', '3175091305909001', 'date_conflict', null),
    ('3175095205899001', date '1990-05-12', '3175095205899001', 'date_conflict', null),
    (
        '''3175091305909001', date '1990-05-12', '3175091305909001', 'date_conflict',
        'stripped'
    )

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
