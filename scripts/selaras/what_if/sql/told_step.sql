-- What each effect adds to or takes from what is certain, rupiah a year. An effect is told where
-- each kind of those whom it befalls is; `is_whole` says whether all of a programme's are told, so
-- that their sum may be. One row per scenario, programme and effect.
with

befallen as (

    select
        told_kind.scenario,
        told_kind.programme_id,
        told_kind.unit,
        told_kind.effect,
        count(*) as units,
        cast(sum(told_kind.change) * 12 as bigint) as amount,
        bool_and(not told_hidden.is_hidden) as is_told

    from told_kind
    inner join told_cell
        on
            told_kind.programme_id = told_cell.programme_id
            and told_kind.kind = told_cell.kind
            and told_cell.dimension = 'all'
    inner join told_hidden
        on told_cell.cell_id = told_hidden.cell_id
    group by all

)

select
    scenario,
    programme_id,
    unit,
    effect,
    units,
    amount,
    bool_and(is_told) over (partition by scenario, programme_id) as is_whole

from befallen
qualify is_told
order by scenario, programme_id, effect
