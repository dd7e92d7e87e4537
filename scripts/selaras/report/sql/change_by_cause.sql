with

counted as (

    select
        as_of_date,
        about,
        cause_kind,
        sum(change_count) as change_count

    from marts.mart_week_change
    where about in ('verdict', 'finding')
    group by
        as_of_date,
        about,
        cause_kind

)

select
    counted.as_of_date,
    counted.about,
    counted.cause_kind,
    word.label_indonesian as cause_indonesian,
    word.label_english as cause_english,
    case
        when counted.change_count >= getvariable('smallest_open_cell')
            then cast(counted.change_count as bigint)
    end as change_count

from counted
left join marts.dim_code as word
    on word.code_list = 'cause_kind' and word.code = counted.cause_kind
order by
    counted.as_of_date,
    counted.about,
    counted.cause_kind
