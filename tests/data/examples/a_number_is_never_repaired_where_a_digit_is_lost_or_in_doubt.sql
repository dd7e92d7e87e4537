-- The same for a NIK and for a No KK: no number, no repair, and a status that says why.
with

example (written, number_cells, zeroed_columns, expected_status) as (

    values
    ('3.17509E+15', null, null, 'scientific'),
    ('3,17509E+15', null, null, 'scientific'),
    ('3.17509e+15', null, null, 'scientific'),
    ('3.17509E15', null, null, 'scientific'),
    ('3.17509E+015', null, null, 'scientific'),
    ('3E+15', null, null, 'scientific'),
    ('3.E+15', null, null, 'scientific'),
    ('3.17509E+15.0', null, null, 'scientific'),
    (' 3.17509E +15', null, null, 'scientific'),
    ('''3.17509E+15', null, null, 'scientific'),
    ('=3.17509E+15', null, null, 'scientific'),
    ('9.53041E+14', null, null, 'scientific'),
    -- even where no digit seems to be missing
    ('3.175091205909001E+15', null, null, 'scientific'),

    ('3175091205909000', 'written', null, 'zeroed'),
    ('3175091205909000', 'no,written', null, 'zeroed'),
    ('3175091205909000.0', 'written', null, 'zeroed'),
    ('3175091205909000', null, 'written', 'zeroed'),
    ('3175091205909000.0', null, 'written', 'zeroed'),
    ('3175091205909O00', null, 'written', 'zeroed'),
    ('3.175.091.205.909.000', null, null, 'zeroed'),
    ('3,175,091,205,909,000.00', null, null, 'zeroed'),
    -- a float above 2^53 is rounded to an even number
    ('9171011205909002.0', null, null, 'zeroed'),
    ('9171011205909004', 'written', null, 'zeroed'),

    ('317509120590900', null, null, 'truncated'),
    ('31750912059090', null, null, 'truncated'),
    ('31750912', null, null, 'truncated'),
    ('317509120590900.0', null, null, 'truncated'),
    -- the decimals of a shorter number are no digits of it
    ('31750912059090.00', null, null, 'truncated'),
    ('3175091205909.000', null, null, 'truncated'),
    -- 15 digits that begin with 9 and are no date once a 0 stands before them
    ('953040005909001', null, null, 'truncated'),
    ('953043205909001', null, null, 'truncated'),
    ('953044005909001', null, null, 'truncated'),
    ('953047205909001', null, null, 'truncated'),
    ('953041200909001', null, null, 'truncated'),
    ('953041213909001', null, null, 'truncated'),
    ('953043104909001', null, null, 'truncated'),
    ('953042902919001', null, null, 'truncated'),
    ('953041205900000', null, null, 'truncated'),
    -- nor do 15 digits that begin with another one, or 14
    ('153041205909001', null, null, 'truncated'),
    ('95304120590901', null, null, 'truncated'),

    ('31750912059090011', null, null, 'malformed'),
    ('3175091205909001.5', null, null, 'malformed'),
    ('3175091205909001/2', null, null, 'malformed'),
    ('3175091205909001 3175091205909002', null, null, 'malformed'),
    ('31750912O59O9OO1X', null, null, 'malformed'),
    ('317509120590900S', null, null, 'malformed'),
    ('317509120590900?', null, null, 'malformed'),
    ('NIK 3175091205909001', null, null, 'malformed'),
    ('TIDAK ADA', null, null, 'malformed'),
    ('三一七五', null, null, 'malformed'),
    ('3175090012', null, null, 'truncated'),
    (repeat('12', 150), null, null, 'malformed'),
    (repeat('AB', 150), null, null, 'malformed'),
    (repeat('9', 300), null, null, 'placeholder'),

    ('1234567890123456', null, null, 'placeholder'),
    ('3171010101700000', null, null, 'placeholder'),
    ('3171010101850000', null, null, 'placeholder'),
    ('0000000000000000', 'written', null, 'placeholder'),
    ('0000000000000000', null, 'written', 'placeholder'),
    ('0000000000000000.0', null, null, 'placeholder'),
    ('OOOOOOOOOOOOOOOO', null, null, 'placeholder'),
    ('################', null, null, 'placeholder'),
    ('9999', null, null, 'placeholder'),
    ('0', null, null, 'placeholder'),
    ('0.0', null, null, 'placeholder'),
    ('-', null, null, 'placeholder'),
    ('–', null, null, 'placeholder'),
    ('--', null, null, 'placeholder'),
    ('.', null, null, 'placeholder'),

    (null, null, null, 'missing'),
    ('', null, null, 'missing'),
    ('   ', null, null, 'missing'),
    (chr(160), null, null, 'missing'),
    (chr(8203), null, null, 'missing'),
    ('''', null, null, 'missing')

),

row_as_landed as (

    select * from example
    union all
    select
        repeat(cast(n as varchar), 16) as written,
        null as number_cells,
        null as zeroed_columns,
        'placeholder' as expected_status
    from {{ whole_numbers(0, 9) }}

),

as_nik as (

    {{ identify('row_as_landed', nik='written') }}

),

as_card as (

    {{ identify('row_as_landed', no_kk='written') }}

),

found as (

    select
        written,
        expected_status,
        nik_number as number,
        nik_status as status,
        nik_repair as repair
    from as_nik
    union all
    select
        written,
        expected_status,
        no_kk_number as number,
        no_kk_status as status,
        no_kk_repair as repair
    from as_card

)

select *
from found
where
    status is distinct from expected_status
    or number is not null
    or repair is not null
