-- A woman's day without 40, and a man's with it.
with

example (written, birth_date, sex, expected_number, expected_note) as (

    values
    ('3175095205909001', date '1990-05-12', 'female', '3175095205909001', null),
    (
        '3175091205909001', date '1990-05-12', 'female',
        '3175091205909001', 'sex_conflict'
    ),
    ('3175091205909001', date '1990-05-12', 'male', '3175091205909001', null),
    ('3175095205909001', date '1990-05-12', 'male', '3175095205909001', 'sex_conflict'),
    (
        '3175093105909001', date '1990-05-31', 'female',
        '3175093105909001', 'sex_conflict'
    ),
    ('3175094105909001', date '1990-05-01', 'male', '3175094105909001', 'sex_conflict'),
    ('3175091205909001.0', null, 'female', '3175091205909001', 'sex_conflict'),
    ('953041205909001', null, 'female', '0953041205909001', 'sex_conflict'),
    ('3175091205909001', null, null, '3175091205909001', null),
    -- a number that is in doubt says nothing of the sex
    ('3175091305909001', date '1990-05-12', 'female', '3175091305909001', null),
    ('3175099905909001', null, 'male', null, null),
    (null, null, 'female', null, null)

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

),

noted as (

    select
        *,
        {{ sex_note('nik') }} as note
    from identified

)

select
    written,
    sex,
    nik_number,
    note
from noted
where
    nik_number is distinct from expected_number
    or note is distinct from expected_note
