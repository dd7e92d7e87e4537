-- The date of a No KK is the day of issue, so its day is never above 31.
with

example (
    nik, no_kk, birth_date,
    expected_nik, expected_nik_status, expected_no_kk, expected_no_kk_status
) as (

    values
    (
        '3175091205909001', '3175090101159002', date '1990-05-12',
        '3175091205909001', 'valid', '3175090101159002', 'valid'
    ),
    (
        '3175090101159002', '3175091205909001', date '1990-05-12',
        '3175091205909001', 'swapped', '3175090101159002', 'swapped'
    ),
    -- the same for a woman, and through a float
    (
        '3175090101159002.0', '3175095205909001', date '1990-05-12',
        '3175095205909001', 'swapped', '3175090101159002', 'swapped'
    ),
    -- without a birth date a day above 40 still says so, since no card is issued then
    (
        '3175090101159002', '3175095205909001', null,
        '3175095205909001', 'swapped', '3175090101159002', 'swapped'
    ),
    (
        '3175090101159002', '3175091205909001', null,
        '3175090101159002', 'valid', '3175091205909001', 'valid'
    ),
    (
        '3175091205909001', '3175094101159002', date '1990-05-12',
        '3175091205909001', 'valid', null, 'malformed'
    ),
    -- two women's numbers: the first cannot be a card, so nothing was exchanged
    (
        '3175094101159002', '3175095205909001', date '1990-05-12',
        '3175094101159002', 'date_conflict', null, 'malformed'
    ),
    (
        '3175091205909001', '3175091205909001', date '1990-05-12',
        '3175091205909001', 'valid', null, 'same_as_card'
    ),
    (
        '3175090101159002', '3175090101159002', date '1990-05-12',
        null, 'same_as_card', '3175090101159002', 'valid'
    ),
    (
        '3175095205909001', '3175095205909001', null,
        '3175095205909001', 'valid', null, 'same_as_card'
    ),
    (
        '3175090101159002', '3175090101159002', null,
        null, 'same_as_card', null, 'same_as_card'
    ),
    (
        '3175091205909001', '3175090101150000', date '1990-05-12',
        '3175091205909001', 'valid', null, 'placeholder'
    ),
    (
        '-', '''3175090101159002', date '1990-05-12',
        null, 'placeholder', '3175090101159002', 'repaired'
    ),
    (
        '3175091205909001', '3175090101159002.0', null,
        '3175091205909001', 'valid', '3175090101159002', 'float'
    ),
    (
        null, '3.17509E+15', null,
        null, 'missing', null, 'scientific'
    ),
    (
        '3175091205909001', null, null,
        '3175091205909001', 'valid', null, 'missing'
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

    {{ identify('row_as_landed', nik='nik', no_kk='no_kk', birth_date='birth_date') }}

)

select
    nik,
    no_kk,
    nik_number,
    nik_status,
    no_kk_number,
    no_kk_status
from identified
where
    nik_number is distinct from expected_nik
    or nik_status is distinct from expected_nik_status
    or no_kk_number is distinct from expected_no_kk
    or no_kk_status is distinct from expected_no_kk_status
