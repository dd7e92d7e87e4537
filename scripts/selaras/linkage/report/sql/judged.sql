-- Every row of identity.match beside whom it names in truth. One row per source row and role.
-- `outcome` is right, wrong, second_number or unattached.
with

truth as (

    select
        source,
        table_name,
        batch_date,
        file,
        line,
        -- The truth calls everybody a recipient in whose table only one is named.
        case
            when source in ('bps', 'dukcapil') and role = 'recipient' then 'member'
            else role
        end as role,
        nik,
        no_kk,
        string_split(coalesce(nullif(corruption, ''), 'none'), ',') as corruptions

    from read_parquet($rows)

),

named as (

    select
        match.*,
        truth.nik,
        truth.no_kk,
        truth.corruptions,
        match.source in ('bps', 'dukcapil') as is_register,
        case
            when match.match_method = 'unmatched' then null
            when match.role = 'family' then match.household_id
            else match.person_id
        end as attached_id,
        -- A family is placed by its card even where its person was found by score.
        match.match_method in ('exact', 'repaired')
        and match.candidate_id is null as is_by_number

    from identity.match as match
    inner join truth
        on
            match.source = truth.source
            and match.table_name = truth.table_name
            and match.batch_date = truth.batch_date
            and match.file = truth.file
            and match.line = truth.line
            and match.role = truth.role

),

-- Whom the register rows behind a person are of: those of the civil registry first, then
-- those of the national register, last the one that nothing but itself made a person of.
spoken_for as (

    select
        person_id,
        nik,
        case
            when match_method = 'unmatched' then 3
            when source = 'dukcapil' then 1
            else 2
        end as standing,
        count(*) as rows_of_it

    from named
    where
        is_register
        and role = 'member'
        and person_id is not null
        and (is_by_number or match_method = 'unmatched')
    group by all

),

real_person as (

    select
        person_id,
        nik,
        standing

    from spoken_for
    qualify row_number() over (
        partition by person_id
        order by standing asc, rows_of_it desc, nik asc
    ) = 1

),

owner as (

    select
        nik,
        count(*) = 1 and min(standing) = 3 as is_alone

    from real_person
    group by nik

),

compared as (

    select
        named.*,
        case
            when named.role = 'family' then household.no_kk = named.no_kk
            else
                real_person.nik is not distinct from named.nik
                or (known.person_id is not null and owner.nik is null)
        end as is_same,
        known.person_id is not null as is_under_own_number,
        case
            when named.role = 'family' then card.no_kk is not null
            when owner.nik is null then known_anywhere.nik is not null
            -- A row that made a person of itself could have been attached to nobody else.
            else not (
                owner.is_alone
                and named.is_register
                and named.match_method = 'unmatched'
                and named.person_id is not null
            )
        end as is_known

    from named
    left join identity.household as household
        on named.attached_id = household.household_id
    left join (select distinct no_kk from identity.household) as card
        on named.no_kk = card.no_kk
    left join real_person
        on named.attached_id = real_person.person_id
    left join owner
        on named.nik = owner.nik
    left join identity.known_number as known
        on named.nik = known.nik and named.attached_id = known.person_id
    left join (select distinct nik from identity.known_number) as known_anywhere
        on named.nik = known_anywhere.nik

)

select
    source_row_id,
    source || '.' || table_name as table_name,
    role,
    match_method,
    score,
    corruptions,
    is_register,
    is_by_number,
    case
        when attached_id is null then 'unattached'
        when not coalesce(is_same, false) then 'wrong'
        when
            list_contains(corruptions, 'second_nik') and not is_under_own_number
            then 'second_number'
        else 'right'
    end as outcome,
    coalesce(is_known, false) as is_known

from compared
