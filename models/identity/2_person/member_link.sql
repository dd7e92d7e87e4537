with

candidate as (

    select * from {{ ref('member_candidate') }}

)

{{ links_of('candidate', is_one_to_one=true) }}
