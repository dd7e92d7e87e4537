with

example (family, amount, counts, expected) as (

    values
    ('known', 5, true, 5),
    ('known', 9, false, 5),
    ('open value', 5, true, cast(null as integer)),
    ('open value', cast(null as integer), true, cast(null as integer)),
    ('open membership', 5, true, cast(null as integer)),
    ('open membership', 9, cast(null as boolean), cast(null as integer)),
    ('nothing counts', 5, false, cast(null as integer)),
    ('unknown value of one that does not count', cast(null as integer), false, 4),
    ('unknown value of one that does not count', 4, true, 4)

),

answered as (

    select
        family,
        {{ max_if_known('amount', 'counts') }} as answer,
        max(expected) as expected

    from example
    group by family

)

select *
from answered
where answer is distinct from expected
