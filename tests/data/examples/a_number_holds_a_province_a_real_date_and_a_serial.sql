-- Both sides of each border. A woman's NIK has 40 added to the day, a card never has.
with

example (province, day, month, year, serial, is_nik, is_card) as (

    values
    ('31', '00', '05', '90', '9001', false, false),
    ('31', '01', '05', '90', '9001', true, true),
    ('31', '31', '05', '90', '9001', true, true),
    ('31', '32', '05', '90', '9001', false, false),
    ('31', '39', '05', '90', '9001', false, false),
    ('31', '40', '05', '90', '9001', false, false),
    ('31', '41', '05', '90', '9001', true, false),
    ('31', '71', '05', '90', '9001', true, false),
    ('31', '72', '05', '90', '9001', false, false),
    ('31', '80', '05', '90', '9001', false, false),
    ('31', '81', '05', '90', '9001', false, false),
    ('31', '99', '05', '90', '9001', false, false),

    ('31', '12', '00', '90', '9001', false, false),
    ('31', '12', '01', '90', '9001', true, true),
    ('31', '12', '12', '90', '9001', true, true),
    ('31', '12', '13', '90', '9001', false, false),

    ('31', '30', '04', '90', '9001', true, true),
    ('31', '31', '04', '90', '9001', false, false),
    ('31', '70', '11', '90', '9001', true, false),
    ('31', '71', '11', '90', '9001', false, false),
    ('31', '28', '02', '91', '9001', true, true),
    ('31', '29', '02', '91', '9001', false, false),
    ('31', '29', '02', '92', '9001', true, true),
    ('31', '30', '02', '92', '9001', false, false),
    ('31', '69', '02', '91', '9001', false, false),
    ('31', '69', '02', '92', '9001', true, false),
    ('31', '70', '02', '92', '9001', false, false),
    -- 00 is the leap year 2000
    ('31', '29', '02', '00', '9001', true, true),

    ('31', '12', '05', '90', '0000', false, false),
    ('31', '12', '05', '90', '0001', true, true),
    ('31', '12', '05', '90', '9999', true, true),

    -- people born elsewhere, also in what was a province or had another code
    ('09', '12', '05', '90', '9001', true, true),
    ('54', '12', '05', '90', '9001', true, true),
    ('11', '12', '05', '90', '9001', true, true),
    ('96', '12', '05', '90', '9001', true, true),
    ('00', '12', '05', '90', '9001', false, false),
    ('10', '12', '05', '90', '9001', false, false),
    ('20', '12', '05', '90', '9001', false, false),
    ('37', '12', '05', '90', '9001', false, false),
    ('90', '12', '05', '90', '9001', false, false),
    ('97', '12', '05', '90', '9001', false, false),
    ('99', '12', '05', '90', '9001', false, false)

),

row_as_landed as (

    select
        *,
        province || '7509' || day || month || year || serial as written,
        cast(null as varchar) as number_cells,
        cast(null as varchar) as zeroed_columns
    from example

),

as_nik as (

    {{ identify('row_as_landed', nik='written') }}

),

as_card as (

    {{ identify('row_as_landed', no_kk='written') }}

)

select
    as_nik.written,
    as_nik.nik_number,
    as_nik.nik_status,
    as_card.no_kk_number,
    as_card.no_kk_status
from as_nik
inner join as_card
    on as_nik.written = as_card.written
where
    as_nik.nik_status != case when as_nik.is_nik then 'valid' else 'malformed' end
    or as_card.no_kk_status
    != case when as_card.is_card then 'valid' else 'malformed' end
    or as_nik.nik_number
    is distinct from case when as_nik.is_nik then as_nik.written end
    or as_card.no_kk_number
    is distinct from case when as_card.is_card then as_card.written end
    or as_nik.nik_repair is not null
    or as_card.no_kk_repair is not null
