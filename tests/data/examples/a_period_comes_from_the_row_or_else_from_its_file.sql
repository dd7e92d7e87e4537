with

example (written, snapshot_key, expected_key, expected_number) as (

    values
    ('2025-09', '2025-10', '2025-09', '9'),
    ('2025-4', '2025-3', '2025-4', '4'),
    ('Oktober', '2025-10', '2025-10', '10'),
    ('2025-13', '2025-10', '2025-10', '10'),
    ('2025-09', '2025-10', '2025-09', '9'),
    (null, '2025-2', '2025-2', '2'),
    (null, '2025', '2025', '1'),
    (null, '2025-Ganjil', '2025-Ganjil', 'ganjil')

),

keyed as (

    select
        *,
        {{ period_key('written') }} as period_key
    from example

)

select
    *,
    {{ period_number('period_key') }} as found
from keyed
where
    period_key is distinct from expected_key
    or {{ period_number('period_key') }} is distinct from expected_number
