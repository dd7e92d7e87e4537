with

example (written, batch_date, expected) as (

    values
    ('2025-10-24', date '2025-10-24', date '2025-10-24'),
    ('2025-10-25', date '2025-10-24', null),
    ('1899-12-31', date '2025-10-24', null)

)

select
    written,
    {{ parse_birth_date('written') }} as found
from example
where {{ parse_birth_date('written') }} is distinct from expected
