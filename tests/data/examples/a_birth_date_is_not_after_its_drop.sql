with

example (written, batch_date, expected) as (

    values
    ('2025-10-24', date '2025-10-24', date '2025-10-24'),
    ('2025-10-25', date '2025-10-24', null),
    ('25/10/2025', date '2025-10-24', null),
    ('2205-05-12', date '2025-10-24', null),
    ('99999', date '2025-10-24', null),
    -- the first of January is a birthday like others, but for that of 1900
    ('2010-01-01', date '2025-10-24', date '2010-01-01'),
    ('01/01/1970', date '2025-10-24', date '1970-01-01'),
    ('1900-01-01', date '2025-10-24', null),
    ('1900-01-02', date '2025-10-24', date '1900-01-02'),
    ('1899-12-31', date '2025-10-24', null),
    ('1', date '2025-10-24', null),
    ('12/05/0190', date '2025-10-24', null),
    -- a year of two digits is this one or earlier; later in this one is no birthday
    ('24/10/25', date '2025-10-24', date '2025-10-24'),
    ('25/10/25', date '2025-10-24', null),
    ('25/10/26', date '2025-10-24', date '1926-10-25'),
    ('29/02/00', date '2025-10-24', date '2000-02-29'),
    ('29/02/01', date '2025-10-24', null),
    ('31/02/2010', date '2025-10-24', null),
    (null, date '2025-10-24', null)

)

select
    written,
    {{ parse_birth_date('written') }} as found
from example
where {{ parse_birth_date('written') }} is distinct from expected
