-- Which cells add up to which: the groups of a dimension to all of their kind. Shaped like
-- `open_sum`. One row per sum and part.
select
    concat_ws('|', whole.cell_id, part.dimension) as sum_id,
    whole.subject,
    whole.programme_id,
    whole.cell_id as whole_id,
    part.cell_id as part_id,
    false as is_by_place,
    false as is_money_only

from told_cell as whole
inner join told_cell as part
    on
        whole.programme_id = part.programme_id
        and whole.kind = part.kind
        and whole.dimension = 'all'
        and part.dimension <> 'all'
