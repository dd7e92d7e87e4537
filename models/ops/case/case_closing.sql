with

gone as (

    select * from {{ ref('gone_case') }}

),

cleared as (

    select
        case_id,
        string_agg(distinct criterion_id, ', ' order by criterion_id) as criteria,
        string_agg(distinct asked_of, ', ' order by asked_of) as agencies

    from {{ ref('cleared_criterion') }}
    group by case_id

),

-- A rule between several pairs may end for some of them.
ended as (

    select
        gone.case_id,
        bool_and(coalesce(written.valid_to <= gone.closed_on, false)) as has_ended

    from gone
    inner join {{ ref('overlap_rule') }} as written
        on
            gone.rule_id = written.overlap_id
            and coalesce(gone.programme_id = written.programme_id, true)
            and coalesce(gone.other_programme_id = written.other_programme_id, true)
    group by gone.case_id

),

told as (

    select
        gone.case_id,
        side.sides,
        side.sources,
        cleared.criteria,
        cleared.agencies,
        case
            when side.has_left then 'left'
            when gone.cause = 'verdict' and cleared.case_id is null then 'finding'
            when gone.cause = 'verdict' then 'facts'
            when coalesce(ended.has_ended, true) then 'rule'
            when side.case_id is not null then 'source'
            else 'apart'
        end as closed_because

    from gone
    left join {{ ref('closed_side') }} as side
        on gone.case_id = side.case_id
    left join cleared
        on gone.case_id = cleared.case_id
    left join ended
        on gone.case_id = ended.case_id

)

select
    case_id,
    closed_because,
    case
        when closed_because in ('left', 'source') then sides
        when closed_because = 'facts' then criteria
    end as closed_side,
    case
        when closed_because in ('left', 'source') then sources
        when closed_because = 'facts' then agencies
    end as closed_source

from told
