with

candidate as (

    select * from {{ ref('list_candidate') }}

)

{{ links_of('candidate', is_one_to_one=false) }}
