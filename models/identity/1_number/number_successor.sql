with

came as (

    select * from {{ ref('number_turn') }}
    where has_come

),

went as (

    select * from {{ ref('number_turn') }}
    where has_gone

),

-- The last row of the one beside the first of the other: what is written later changes
-- nothing, so that a decision once taken stands.
paired as (

    select
        came.nik,
        went.nik as former_nik,
        came.batch_date as changed_on,
        went.batch_date as left_on,
        went.seen_again_on as returned_on,
        came.no_kk,
        went.no_kk as former_no_kk,
        {{ agreements('came', 'went') }}

    from came
    inner join went
        on
            came.name_normalised = went.name_normalised
            and came.batch_date > went.batch_date
            and coalesce(came.batch_date < went.seen_again_on, true)
            and (came.birth_date = went.birth_date or came.no_kk = went.no_kk)

),

-- Who came after a number had been followed is not asked about that number again.
nearest as (

    select *
    from paired
    where {{ is_proof() }}
    qualify changed_on = min(changed_on) over (partition by former_nik, left_on)

)

select
    *,
    greatest(
        count(*) over (partition by nik),
        count(*) over (partition by former_nik, left_on)
    ) as possible_count

from nearest
