with

member as (

    select * from {{ ref('stg_bps__dtsen_member') }}

),

resident as (

    select * from {{ ref('resident') }}

),

member_number as (

    select * from {{ ref('member_number') }}

),

unnumbered as (

    select
        member.source_row_id,
        member.no_kk,
        member.birth_date,
        member.name_normalised

    from member
    left join member_number
        on member.source_row_id = member_number.source_row_id
    where member_number.source_row_id is null

),

unclaimed as (

    select
        resident.nik,
        resident.no_kk,
        resident.birth_date,
        resident.name_normalised

    from resident
    left join member_number
        on resident.nik = member_number.nik
    where member_number.nik is null

),

-- The civil registry has the same name and birth date on the same family card.
paired as (

    select
        unnumbered.source_row_id,
        min(unclaimed.nik) as nik,
        count(distinct unclaimed.nik) as candidate_count

    from unnumbered
    inner join unclaimed
        on
            unnumbered.no_kk = unclaimed.no_kk
            and unnumbered.birth_date = unclaimed.birth_date
            and unnumbered.name_normalised = unclaimed.name_normalised
    group by unnumbered.source_row_id

),

-- Two rows for one number prove neither.
single as (

    select
        nik,
        min(source_row_id) as source_row_id

    from paired
    where candidate_count = 1
    group by nik
    having count(*) = 1

)

select
    unnumbered.source_row_id,
    single.nik,
    case
        when single.nik is null
            then concat_ws(
                '/',
                coalesce(
                    unnumbered.no_kk,
                    case
                        when unnumbered.birth_date is null then unnumbered.source_row_id
                        else ''
                    end
                ),
                coalesce(unnumbered.name_normalised, ''),
                coalesce(cast(unnumbered.birth_date as varchar), ''),
                cast(row_number() over (
                    partition by
                        unnumbered.no_kk,
                        unnumbered.name_normalised,
                        unnumbered.birth_date
                    order by unnumbered.source_row_id
                ) as varchar)
            )
    end as person_key,
    case when single.nik is null then 'unmatched' else 'repaired' end as match_method

from unnumbered
left join single
    on unnumbered.source_row_id = single.source_row_id
