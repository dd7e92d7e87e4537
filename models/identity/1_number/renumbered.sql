with recursive

certain as (

    select * from {{ ref('number_correction') }}

),

chain as (

    select
        certain.former_nik,
        certain.nik,
        certain.former_nik as first_nik,
        certain.changed_on

    from certain
    left join certain as earlier
        on certain.former_nik = earlier.nik
    where earlier.nik is null

    union all

    select
        certain.former_nik,
        certain.nik,
        chain.first_nik,
        certain.changed_on

    from chain
    inner join certain
        on chain.nik = certain.former_nik

)

select
    former_nik,
    nik,
    first_nik,
    max_by(nik, changed_on) over (partition by first_nik) as last_nik,
    changed_on

from chain
