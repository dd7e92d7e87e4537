with

cause as (

    select * from {{ ref('case_cause') }}

),

side as (

    select
        cause_id,
        agency,
        programme_id
    from cause

    union all

    select
        cause_id,
        agency,
        other_programme_id as programme_id
    from cause
    where other_programme_id is distinct from programme_id

),

sender as (

    select
        list_programme.programme_id,
        min(supplier.source) as source

    from {{ ref('list_programme') }} as list_programme
    inner join {{ ref('supplier') }} as supplier
        on list_programme.source = supplier.source
    group by list_programme.programme_id

)

-- A side that no list tells is nobody's to show.
select
    side.cause_id,
    bool_and({{ is_shown('sender.source', "'enrolment'") }}) as are_sides_shown,
    bool_and({{ is_shown('sender.source', "'monthly_amount'") }}) as are_amounts_shown

from side
{{ join_entitled('side.agency') }}
left join sender
    on side.programme_id = sender.programme_id
where side.programme_id is not null
group by side.cause_id
