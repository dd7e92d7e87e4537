with

example (family, fact, known, unknown, certain) as (

    values
    ('all known', true, 1, 0, 1),
    ('all known', false, 1, 0, 1),
    ('one open', true, 1, 1, cast(null as integer)),
    ('one open', cast(null as boolean), 1, 1, cast(null as integer)),
    ('none', false, 0, 0, 0)

),

answered as (

    select
        family,
        {{ count_members('fact') }} as known_count,
        {{ count_unknown_members('fact') }} as unknown_count,
        {{ count_members_if_known('fact') }} as certain_count,
        max(known) as known,
        max(unknown) as unknown,
        max(certain) as certain

    from example
    group by family

)

select *
from answered
where
    known_count is distinct from known
    or unknown_count is distinct from unknown
    or certain_count is distinct from certain
