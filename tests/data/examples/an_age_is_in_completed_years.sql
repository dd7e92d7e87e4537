with

example (birth_date, on_day, expected) as (

    values
    (date '1965-10-24', date '2025-10-24', 60),
    (date '1965-10-25', date '2025-10-24', 59),
    (date '1964-02-29', date '2025-02-28', 60),
    (date '1964-02-29', date '2025-03-01', 61),
    (date '2025-10-24', date '2025-10-24', 0),
    (null, date '2025-10-24', null)

)

select
    *,
    {{ age_in_years('birth_date', 'on_day') }} as found
from example
where {{ age_in_years('birth_date', 'on_day') }} is distinct from expected
