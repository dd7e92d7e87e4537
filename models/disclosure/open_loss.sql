with

cell as (

    select
        cell.table_name,
        cell.region_level,
        cell.unit_count,
        cell.amount,
        hidden.is_hidden,
        hidden.is_small,
        -- the naive rule: one small figure hides all of its place and programme
        bool_or(hidden.is_small and cell.unit_count > 0) over (
            partition by cell.subject, cell.programme_id, cell.place_code
        ) as is_beside_small

    from {{ ref('open_cell') }} as cell
    inner join {{ ref('open_hidden') }} as hidden
        on cell.cell_id = hidden.cell_id
    where cell.role = 'shown'

)

select
    table_name,
    region_level,
    count(*) as cell_count,
    count(*) filter (where is_small) as small_count,
    count(*) filter (where is_hidden) as hidden_count,
    sum(unit_count) as unit_count,
    coalesce(sum(unit_count) filter (where is_small), 0) as small_units,
    coalesce(sum(unit_count) filter (where is_hidden), 0) as hidden_units,
    coalesce(sum(unit_count) filter (where is_beside_small or is_small), 0)
        as naive_units,
    sum(amount) as amount,
    coalesce(sum(amount) filter (where is_small), 0) as small_amount,
    coalesce(sum(amount) filter (where is_hidden), 0) as hidden_amount,
    coalesce(sum(amount) filter (where is_beside_small or is_small), 0)
        as naive_amount

from cell
group by
    table_name,
    region_level
