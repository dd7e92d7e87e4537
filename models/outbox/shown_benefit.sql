with

-- The facts that make out how much somebody is entitled to.
fact as (

    select
        programme_id,
        kind as unit,
        name as fact_id
    from {{ ref('rule_reading') }}
    where
        kind in ('person', 'household')
        and concat(', ', read_by, ',') like '%, benefit,%'

),

judged as (

    select
        fact.programme_id,
        {{ is_shown('fact_supplier.agency_id', 'fact.fact_id') }} as is_fact_shown

    from fact
    inner join {{ ref('dim_programme') }} as programme
        on fact.programme_id = programme.programme_id
    {{ join_entitled('programme.owner') }}
    left join {{ ref('fact_supplier') }} as fact_supplier
        on
            fact.unit = fact_supplier.unit
            and fact.fact_id = fact_supplier.fact_id

)

select
    programme_id,
    bool_and(is_fact_shown) as is_amount_shown

from judged
group by programme_id
