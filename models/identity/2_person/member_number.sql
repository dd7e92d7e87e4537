with

-- The national register may go on with a number that the civil registry has corrected.
member as (

    select
        listed.source_row_id,
        coalesce(renumbered.last_nik, listed.nik) as nik,
        listed.nik_status,
        case
            when renumbered.last_nik is not null then 'renumbered'
            else listed.nik_repair
        end as nik_repair,
        listed.no_kk,
        listed.birth_date,
        listed.name_normalised

    from {{ ref('stg_bps__dtsen_member') }} as listed
    left join {{ ref('renumbered') }} as renumbered
        on listed.nik = renumbered.former_nik
    where listed.nik is not null

),

resident as (

    select * from {{ ref('resident') }}

),

repeated as (

    select
        nik,
        count(*) as row_count

    from member
    group by nik

),

-- A number that belongs to somebody of another name was borrowed, most often from the
-- head of the family. A contradicted number that several rows carry is no proof.
judged as (

    select
        member.source_row_id,
        member.nik,
        member.nik_repair,
        resident.nik is not null as is_registered,
        case
            when resident.nik is not null
                then
                    {{ is_same_person('member', 'resident') }}
                    or coalesce(
                        member.no_kk = resident.no_kk
                        and member.birth_date = resident.birth_date,
                        false
                    )
            else repeated.row_count = 1 or member.nik_status != 'date_conflict'
        end as is_own

    from member
    inner join repeated
        on member.nik = repeated.nik
    left join resident
        on member.nik = resident.nik

)

select
    source_row_id,
    nik,
    is_registered,
    case when nik_repair is null then 'exact' else 'repaired' end as match_method

from judged
where is_own
