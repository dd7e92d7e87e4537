with

identified as (

    {{ identify(
        ref('unsteady_resident'), nik='nik', no_kk='no_kk', birth_date='birth_date'
    ) }}

),

described as (

    select
        identified.nik_number as nik,
        identified.nik_number is not null as has_number,
        identified.batch_date,
        identified.no_kk_number as no_kk,
        identified.birth_date,
        {{ normalise_name('identified.full_name') }} as name_normalised,
        coalesce(life_status_word.meaning, 'active') = 'active' as is_present

    from identified
    {{ join_word('life_status', 'written_life_status') }}
    left join {{ ref('registry_number') }} as known
        on {{ plain_number('identified.nik_number') }} = known.number
    where not coalesce(known.is_steady, false)

),

-- Of two rows for one number, the one of somebody who is still there. A second, mended
-- row for a number that is always there says nothing. Whether there is a number at all
-- is asked at the end: earlier, Spark would write all steps of reading it into that
-- condition.
ranked as (

    select
        *,
        row_number() over (
            partition by nik, batch_date
            order by
                case when is_present then 0 else 1 end,
                concat_ws('/', no_kk, name_normalised, birth_date)
        ) as precedence

    from described

)

select * exclude (has_number, precedence) from ranked
where precedence = 1 and has_number
