with

found as (

    select * from {{ ref('member_found') }}

),

-- Who is nobody of the civil registry and has no number is told by card, name and date;
-- without card and date by whatever else the row says.
told as (

    select
        member.source_row_id,
        member.family_role,
        member.id_card_occupation,
        concat_ws(
            '/',
            coalesce(
                member.no_kk,
                case
                    when member.birth_date is null
                        then concat_ws(
                            '/', '?', member.nik_remains, member.no_kk_remains,
                            member.sex, member.id_card_region_code
                        )
                end,
                ''
            ),
            coalesce(member.name_normalised, ''),
            coalesce(cast(member.birth_date as varchar), '')
        ) as description

    from found
    inner join {{ ref('stg_bps__dtsen_member') }} as member
        on found.source_row_id = member.source_row_id
    where found.nik is null

),

nameless as (

    select
        source_row_id,
        concat_ws('/', description, cast(row_number() over (
            partition by description
            order by family_role, id_card_occupation, source_row_id
        ) as varchar)) as person_key

    from told

)

select
    found.source_row_id,
    found.own_nik,
    found.nik,
    coalesce(found.nik, nameless.person_key) as person_key,
    coalesce(found.match_method, 'unmatched') as match_method,
    found.score,
    found.candidate_id,
    found.candidate_count

from found
left join nameless
    on found.source_row_id = nameless.source_row_id
