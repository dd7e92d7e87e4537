-- All missing numbers would otherwise be one family.
with

example (secret, number) as (

    values ('k', cast(null as varchar))

)

select *
from example
where {{ pseudonym('h', 'secret', 'number') }} is not null
