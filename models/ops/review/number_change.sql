{{ config(materialized='view') }}

with

outcome as (

    select * from {{ ref('number_outcome') }}

),

renumbered as (

    select * from {{ ref('renumbered') }}

),

-- The new number stood in the national register before the civil registry knew it.
known_before as (

    select distinct outcome.nik
    from outcome
    inner join {{ ref('register_row') }} as written
        on
            outcome.nik = left(written.number_as_written, 16)
            and outcome.changed_on > written.batch_date
    where written.source = 'bps'

),

told as (

    select
        outcome.*,
        outcome.change_kind as kind
    from outcome
    where outcome.is_told

    union all

    select
        outcome.*,
        'person_merged' as kind
    from outcome
    inner join known_before
        on outcome.nik = known_before.nik
    where outcome.change_kind = 'number_corrected'

)

select
    told.kind as change_kind,
    case
        when told.kind = 'person_split' then told.returned_on
        else told.changed_on
    end as batch_date,
    coalesce(followed.first_nik, told.nik) as first_nik,
    case told.kind
        when 'person_merged' then told.nik
        when 'person_split' then coalesce(former.first_nik, told.former_nik)
    end as previous_nik,
    told.no_kk,
    told.former_no_kk,
    concat_ws(
        ', ',
        case
            when told.possible_count > 1 then told.possible_count || ' candidates'
        end,
        'same name',
        case when told.has_same_birth_date then 'same birth date' end,
        case when told.has_same_card then 'same family card' end,
        case when told.has_near_number then 'nearly the same number' end
    ) as evidence

from told
left join renumbered as followed
    on told.nik = followed.nik
left join renumbered as former
    on told.former_nik = former.nik
