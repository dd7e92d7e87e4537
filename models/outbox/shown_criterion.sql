with

-- Facts of members are those of people; the day and what the rule says are no facts of
-- others.
read_by as (

    select
        criterion.programme_id,
        criterion.criterion_id,
        criterion.says_id,
        criterion.says_en,
        criterion.basis,
        programme.owner,
        programme.unit,
        unnest(string_split(criterion.facts, ', ')) as fact_name

    from {{ ref('criterion') }} as criterion
    inner join {{ ref('dim_programme') }} as programme
        on criterion.programme_id = programme.programme_id

),

named as (

    select
        *,
        {{ fact_unit('fact_name', 'unit') }} as fact_unit,
        {{ fact_id('fact_name') }} as fact_id
    from read_by

),

judged as (

    select
        named.*,
        named.fact_name = 'as_of_date'
        or (
            fact.fact_id is not null
            and (
                fact_supplier.agency_id is null
                or {{ is_shown('fact_supplier.agency_id', 'fact.fact_id') }}
            )
        ) as is_fact_shown

    from named
    {{ join_entitled('named.owner') }}
    left join {{ ref('fact') }} as fact
        on
            named.fact_unit = fact.unit
            and named.fact_id = fact.fact_id
    left join {{ ref('fact_supplier') }} as fact_supplier
        on
            fact.unit = fact_supplier.unit
            and fact.fact_id = fact_supplier.fact_id

)

select
    programme_id,
    criterion_id,
    max(says_id) as says_id,
    max(says_en) as says_en,
    max(basis) as basis

from judged
group by all
having bool_and(is_fact_shown)
