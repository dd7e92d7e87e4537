-- The day a range ends is already outside it; a null end is still in force.
with

example (day, starts, ends, expected) as (

    values
    (date '2024-12-31', date '2025-01-01', date '2026-01-01', false),
    (date '2025-01-01', date '2025-01-01', date '2026-01-01', true),
    (date '2025-12-31', date '2025-01-01', date '2026-01-01', true),
    (date '2026-01-01', date '2025-01-01', date '2026-01-01', false),
    (date '2099-01-01', date '2025-01-01', cast(null as date), true)

)

select *
from example
where {{ in_force('day', 'starts', 'ends') }} is distinct from expected
