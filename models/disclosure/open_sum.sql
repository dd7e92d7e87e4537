with

cell as (

    select * from {{ ref('open_cell') }}

),

within as (

    select distinct
        split.region_level,
        whole.place_code,
        split.part_level,
        part.place_code as part_code

    from {{ ref('open_level') }} as split
    inner join {{ ref('open_region') }} as whole
        on split.region_level = whole.region_level
    inner join {{ ref('open_region') }} as part
        on
            split.part_level = part.region_level
            and whole.region_code = part.region_code

),

by_place as (

    select
        concat_ws('|', whole.cell_id, 'place') as sum_id,
        whole.subject,
        whole.programme_id,
        whole.cell_id as whole_id,
        part.cell_id as part_id,
        true as is_by_place,
        false as is_money_only

    from cell as whole
    inner join within
        on
            whole.region_level = within.region_level
            and whole.place_code = within.place_code
    inner join cell as part
        on
            whole.subject = part.subject
            and whole.programme_id = part.programme_id
            and whole.cut_kind = part.cut_kind
            and whole.cut = part.cut
            and within.part_level = part.region_level
            and within.part_code = part.place_code

),

by_cut as (

    select
        concat_ws('|', whole.cell_id, split.part_kind) as sum_id,
        whole.subject,
        whole.programme_id,
        whole.cell_id as whole_id,
        part.cell_id as part_id,
        false as is_by_place,
        split.is_money_only

    from cell as whole
    inner join {{ ref('open_split') }} as split
        on
            whole.subject = split.subject
            and whole.cut_kind = split.whole_kind
    inner join cell as part
        on
            whole.subject = part.subject
            and whole.programme_id = part.programme_id
            and split.part_kind = part.cut_kind
            and whole.region_level = part.region_level
            and whole.place_code = part.place_code
    left join {{ ref('open_decile_group') }} as decile
        on case when part.cut_kind = 'decile' then part.cut end = decile.decile
    where whole.cut_kind = 'all' or whole.cut = decile.decile_group

)

select * from by_place
union all
select * from by_cut
