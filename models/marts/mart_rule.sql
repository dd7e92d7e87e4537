with

criterion as (

    select * from {{ ref('criterion') }}

)

select *
from criterion
