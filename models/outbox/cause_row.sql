with

-- The agency's own rows of it, and the role in which each names whom it is about.
own as (

    select
        row_of_it.cause_id,
        row_of_it.source_row_id,
        row_of_it.batch_date,
        row_of_it.file,
        row_of_it.line,
        case
            when
                cause.person_id = match.person_id
                or (
                    cause.person_id is null
                    and cause.household_id = match.household_id
                )
                then match.role
        end as role

    from {{ ref('case_cause') }} as cause
    inner join {{ ref('evidence_row') }} as row_of_it
        on cause.cause_id = row_of_it.cause_id
    inner join {{ ref('supplier') }} as supplier
        on
            row_of_it.source = supplier.source
            and cause.agency = supplier.agency_id
    left join {{ ref('match') }} as match
        on row_of_it.source_row_id = match.source_row_id

),

placed as (

    select
        cause_id,
        source_row_id,
        batch_date,
        file,
        line,
        min_by(role, {{ role_rank('role') }}) filter (where role is not null) as role
    from own
    group by all

)

select
    cause_id,
    max_by(source_row_id, {{ last_of('batch_date', 'source_row_id') }})
        as source_row_id,
    max_by(role, {{ last_of('batch_date', 'source_row_id') }}) as role,
    string_agg(concat(file, ':', line), ', ' order by file, line) as own_rows

from placed
group by cause_id
