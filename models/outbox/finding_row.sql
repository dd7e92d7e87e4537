with

evidence_row as (

    select * from {{ ref('evidence_row') }}

),

finding as (

    select * from {{ ref('fct_finding') }}

),

-- The agency's own rows of a finding, and the role in which each names whom it is about.
own as (

    select
        evidence_row.*,
        match.role

    from finding
    inner join evidence_row
        on
            finding.finding_id = evidence_row.finding_id
            and finding.review_agency = evidence_row.agency_id
    left join {{ ref('match') }} as match
        on
            evidence_row.source_row_id = match.source_row_id
            and (
                finding.person_id = match.person_id
                or (
                    finding.person_id is null
                    and finding.household_id = match.household_id
                )
            )

),

placed as (

    select
        finding_id,
        source,
        table_name,
        source_row_id,
        batch_date,
        snapshot_key,
        file,
        line,
        min_by(role, {{ role_rank('role') }}) as role
    from own
    group by all

)

select
    finding_id,
    {{ last_row('placed', 'source_row_id') }} as source_row_id,
    {{ last_row('placed', 'role') }} as role,
    string_agg(concat(file, ':', line), ', ' order by file, line) as own_rows

from placed
group by finding_id
