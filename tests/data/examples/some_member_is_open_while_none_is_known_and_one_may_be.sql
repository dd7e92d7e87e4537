with

example (family, fact, expected) as (

    values
    ('known one', true, true),
    ('known one', cast(null as boolean), true),
    ('known one', false, true),
    ('may be one', cast(null as boolean), cast(null as boolean)),
    ('may be one', false, cast(null as boolean)),
    ('known none', false, false),
    ('known none', false, false),
    ('nobody known', cast(null as boolean), cast(null as boolean))

),

answered as (

    select
        family,
        {{ any_member('fact') }} as answer,
        max(expected) as expected

    from example
    group by family

)

select *
from answered
where answer is distinct from expected
