-- `written_nik` and `written_card` are what the two columns hold.
with

example (
    written_nik, written_card, birth_date,
    expected_nik, expected_nik_status, expected_card, expected_card_status
) as (

    values
    -- exchanged, which the birth date proves, however the two are written
    (
        '''3175090101159002', '3175091205909001.0', date '1990-05-12',
        '3175091205909001', 'swapped', '3175090101159002', 'swapped'
    ),
    (
        '3175090101159002', '953041205909001', date '1990-05-12',
        '0953041205909001', 'swapped', '3175090101159002', 'swapped'
    ),
    (
        '3175093101159002', '3175097105909001', date '1990-05-31',
        '3175097105909001', 'swapped', '3175093101159002', 'swapped'
    ),
    -- a man's number without a birth date may as well be a card
    (
        '3175090101159002', '3175091205909001', null,
        '3175090101159002', 'valid', '3175091205909001', 'valid'
    ),
    -- the card was issued on a birthday
    (
        '3175091205909001', '3175091205909002', date '1990-05-12',
        '3175091205909001', 'valid', '3175091205909002', 'valid'
    ),
    -- the birth date agrees with neither, so it proves nothing
    (
        '3175090101159002', '3175095205909001', date '1990-05-13',
        '3175090101159002', 'date_conflict', null, 'malformed'
    ),
    -- a woman's number in both: neither can be the card
    (
        '3175095101159002', '3175095205909001', null,
        '3175095101159002', 'valid', null, 'malformed'
    ),
    -- the other column holds nothing to exchange it with
    (
        '3175090101159002', null, date '1990-05-12',
        '3175090101159002', 'date_conflict', null, 'missing'
    ),
    (null, '3175095205909001', date '1990-05-12', null, 'missing', null, 'malformed'),
    (
        '317509010115900', '3175095205909001', date '1990-05-12',
        null, 'truncated', null, 'malformed'
    ),
    (
        '3.17509E+15', '3175095205909001', null,
        null, 'scientific', null, 'malformed'
    ),
    -- one number in both columns is what the birth date or the day says, else neither
    (
        '3175091205909001', '''3175091205909001', date '1990-05-12',
        '3175091205909001', 'valid', null, 'same_as_card'
    ),
    (
        '3175090101159002', '3175090101159002.0', date '1990-05-12',
        null, 'same_as_card', '3175090101159002', 'float'
    ),
    (
        '3175091205909001', '3175091205909001', null,
        null, 'same_as_card', null, 'same_as_card'
    ),
    (
        '3175095205909001', '3175095205909001', date '1990-05-13',
        '3175095205909001', 'date_conflict', null, 'same_as_card'
    ),
    (
        '9999999999999999', '9999999999999999', date '1990-05-12',
        null, 'placeholder', null, 'placeholder'
    ),
    -- the number of the head copied to a child stays that of the head
    (
        '3175091205909001', '3175090101159002', date '2015-08-17',
        '3175091205909001', 'date_conflict', '3175090101159002', 'valid'
    ),
    (
        '3175091205909001', '3175090101159002', null,
        '3175091205909001', 'valid', '3175090101159002', 'valid'
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

    {{ identify(
        'row_as_landed', nik='written_nik', no_kk='written_card', birth_date='birth_date'
    ) }}

)

select
    written_nik,
    written_card,
    birth_date,
    nik_number,
    nik_status,
    no_kk_number,
    no_kk_status
from identified
where
    nik_number is distinct from expected_nik
    or nik_status is distinct from expected_nik_status
    or no_kk_number is distinct from expected_card
    or no_kk_status is distinct from expected_card_status
    or (nik_status = 'swapped') != coalesce(nik_repair = 'swapped', false)
    or (no_kk_status = 'swapped') != coalesce(no_kk_repair = 'swapped', false)
