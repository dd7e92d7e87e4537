with

-- A mark and a letter each: m month first, e either, u unproven; null as agreed.
example (written, written_order, nik, batch_date, expected) as (

    values
    ('12/07/1965', null, '3171010712659001', date '2025-10-24', date '1965-07-12'),
    ('12/07/1965', '/m', null, date '2025-10-24', date '1965-12-07'),
    (chr(39) || '12/07/1965', '/m', null, date '2025-10-24', date '1965-12-07'),
    ('12/7/65', '/m', null, date '2025-10-24', date '1965-12-07'),
    ('11/25/1965', '/m', null, date '2025-10-24', date '1965-11-25'),
    ('12/10/2010 12:00:00 AM', '/m', null, date '2025-10-24', date '2010-12-10'),
    ('12-07-1965', '/m', null, date '2025-10-24', date '1965-07-12'),
    ('12-07-1965', '/u-m', null, date '2025-10-24', date '1965-12-07'),
    ('1965-12-07', '-m', null, date '2025-10-24', date '1965-12-07'),
    ('12 Juli 1965', '/m', null, date '2025-10-24', date '1965-07-12'),
    -- both occur in the file: only the number of the person decides, a woman's too
    ('12/07/1965', '/e', null, date '2025-10-24', null),
    ('12/07/1965', '/e', '3171010712659001', date '2025-10-24', date '1965-12-07'),
    ('12/07/1965', '/e', '3171014712659001', date '2025-10-24', date '1965-12-07'),
    ('12/07/1965', '/e', '3171011207659001.0', date '2025-10-24', date '1965-07-12'),
    ('12/07/1965', '/e', '3171011307659001', date '2025-10-24', null),
    ('12/07/1965', '/e', '12', date '2025-10-24', null),
    ('25/11/1965', '/e', null, date '2025-10-24', date '1965-11-25'),
    ('11/25/1965', '/e', null, date '2025-10-24', null),
    ('11/25/1965', '/e', '3171012511659001', date '2025-10-24', date '1965-11-25'),
    ('07/07/1965', '/e', null, date '2025-10-24', date '1965-07-07'),
    ('akhir 1965', '/e', null, date '2025-10-24', null),
    -- the file proves neither: as agreed, unless the number of the person says other
    ('12/07/1965', '/u', null, date '2025-10-24', date '1965-07-12'),
    ('12/07/1965', '/u', '3171011207659001', date '2025-10-24', date '1965-07-12'),
    ('12/07/1965', '/u', '3171010712659001', date '2025-10-24', date '1965-12-07'),
    ('12/07/1965', '/u', '3171011307659001', date '2025-10-24', date '1965-07-12')

)

select
    written,
    written_order,
    {{ parse_date('written', turned=turned('written', 'nik')) }} as found
from example
where
    {{ parse_date('written', turned=turned('written', 'nik')) }}
    is distinct from expected
