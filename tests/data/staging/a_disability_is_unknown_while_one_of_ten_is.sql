with

example (codes, expected_any, expected_severe) as (

    values
    ('1111111111', false, false),
    ('1111111112', true, false),
    ('1211111113', true, true),
    ('4111111111', true, true),
    ('111111111_', null, null),
    ('2________1', true, null),
    ('3_________', true, true),
    ('9111111111', null, null),
    ('9111111114', true, true),
    ('__________', null, null)

),

spread as (

    select
        *,
        {%- for column in difficulties() %}
        nullif(substr(codes, {{ loop.index }}, 1), '_') as {{ column }}{{ ',' if not loop.last }}
        {%- endfor %}
    from example

),

identified as (

    select
        *,
        {{ worst_difficulty() }} as worst_difficulty,
        {{ knows_all_difficulties() }} as knows_all_difficulties
    from spread

)

select
    codes,
    {{ has_difficulty("'2'") }} as found_any,
    {{ has_difficulty("'3'") }} as found_severe
from identified
where
    {{ has_difficulty("'2'") }} is distinct from expected_any
    or {{ has_difficulty("'3'") }} is distinct from expected_severe
