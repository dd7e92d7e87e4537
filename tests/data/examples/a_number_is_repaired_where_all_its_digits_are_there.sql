-- The same for a NIK and for a No KK.
with

example (written, expected_status, expected_repair) as (

    values
    ('3175091205909001.0', 'float', 'float'),
    ('3175091205909001.00', 'float', 'float'),
    ('3175091205909001.000000', 'float', 'float'),
    ('3175091205909001,0', 'float', 'float'),
    ('3175091205909001,00', 'float', 'float'),
    (' 3175091205909001.0 ', 'float', 'float'),
    ('3.175.091.205.909.001,00', 'float', 'float'),
    ('3,175,091,205,909,001.00', 'float', 'float'),
    ('3175091205909O01.0', 'float', 'float'),

    ('''3175091205909001', 'repaired', 'stripped'),
    ('’3175091205909001', 'repaired', 'stripped'),
    ('`3175091205909001', 'repaired', 'stripped'),
    ('"3175091205909001"', 'repaired', 'stripped'),
    ('="3175091205909001"', 'repaired', 'stripped'),
    (' 3175091205909001 ', 'repaired', 'stripped'),
    ('3175 0912 0590 9001', 'repaired', 'stripped'),
    ('31.75.09.120590.9001', 'repaired', 'stripped'),
    ('317509.120590.9001', 'repaired', 'stripped'),
    ('3.175.091.205.909.001', 'repaired', 'stripped'),
    ('317509-120590-9001', 'repaired', 'stripped'),
    ('317509–120590—9001', 'repaired', 'stripped'),
    ('317509/120590/9001', 'repaired', 'stripped'),
    ('317509_120590_9001', 'repaired', 'stripped'),
    ('3175091205909001' || chr(9), 'repaired', 'stripped'),
    ('3175091205909001' || chr(13) || chr(10), 'repaired', 'stripped'),
    ('3175091205909001' || chr(160), 'repaired', 'stripped'),
    ('317509' || chr(8239) || '1205909001', 'repaired', 'stripped'),
    ('317509' || chr(12288) || '1205909001', 'repaired', 'stripped'),
    -- signs that nobody sees: soft hyphen, zero-width blank, direction, byte-order mark
    ('317509' || chr(173) || '1205909001', 'repaired', 'stripped'),
    (chr(8203) || '3175091205909001', 'repaired', 'stripped'),
    (chr(8234) || '3175091205909001' || chr(8236), 'repaired', 'stripped'),
    (chr(65279) || '3175091205909001', 'repaired', 'stripped'),
    -- digits of another keyboard: full width, Arabic, Persian
    ('３１７５０９１２０５９０９００１', 'repaired', 'stripped'),
    ('٣١٧٥٠٩١٢٠٥٩٠٩٠٠١', 'repaired', 'stripped'),
    ('۳۱۷۵۰۹۱۲۰۵۹۰۹۰۰۱', 'repaired', 'stripped'),

    ('3175O912O59O9OO1', 'repaired', 'letters'),
    ('3175o912o59o9oo1', 'repaired', 'letters'),
    ('3l75091205909001', 'repaired', 'letters'),
    ('3I75091205909001', 'repaired', 'letters'),
    ('3i75091205909001', 'repaired', 'letters'),
    ('3l75o9I2o59o9oo1', 'repaired', 'letters'),
    ('''3175O9 12O590 9001', 'repaired', 'letters')

),

-- An old number of Jakarta begins with 0; a spreadsheet keeps its other 15 digits.
lost_zero (written, number_cells, zeroed_columns, expected_number) as (

    values
    ('953041205909001', null, null, '0953041205909001'),
    ('953041205909001.0', null, null, '0953041205909001'),
    ('953041205909001.00', null, null, '0953041205909001'),
    ('''953041205909001', null, null, '0953041205909001'),
    ('95304-120590-9001', null, null, '0953041205909001'),
    ('95304l205909001', null, null, '0953041205909001'),
    ('953042902929001', null, null, '0953042902929001'),
    ('953041205909001', 'written', null, '0953041205909001'),
    ('953041205909000', 'written', null, '0953041205909000'),
    ('953041205909000', null, 'written', '0953041205909000')

),

row_as_landed as (

    select
        written,
        cast(null as varchar) as number_cells,
        cast(null as varchar) as zeroed_columns,
        '3175091205909001' as expected_number,
        expected_status,
        expected_repair
    from example
    union all
    select
        written,
        number_cells,
        zeroed_columns,
        expected_number,
        'repaired' as expected_status,
        'lost_zero' as expected_repair
    from lost_zero

),

as_nik as (

    {{ identify('row_as_landed', nik='written') }}

),

as_card as (

    {{ identify('row_as_landed', no_kk='written') }}

),

found as (

    select
        expected_number,
        expected_status,
        expected_repair,
        written,
        nik_number as number,
        nik_status as status,
        nik_repair as repair
    from as_nik
    union all
    select
        expected_number,
        expected_status,
        expected_repair,
        written,
        no_kk_number as number,
        no_kk_status as status,
        no_kk_repair as repair
    from as_card

)

select *
from found
where
    number is distinct from expected_number
    or status is distinct from expected_status
    or repair is distinct from expected_repair
