-- Beside small cells the next larger ones are hidden, until the hidden ones of a programme and
-- coverage are together as many as are told, as their total stands beside them; then those of a
-- decile and coverage, as all programmes together stand on the overview. Where the total is hidden
-- itself, a cell is, too.
with

counted as (

    select
        programme_id,
        decile_key,
        coverage,
        count(*) as cell_count

    from marts.mart_eligibility
    where coverage != 'outside'
    group by
        programme_id,
        decile_key,
        coverage

),

whole as (

    select
        programme_id,
        coverage,
        sum(sum(cell_count)) over (
            partition by coverage
            order by sum(cell_count), programme_id
            rows between unbounded preceding and 1 preceding
        ) between 1 and getvariable('smallest_open_cell') - 1 as is_hidden

    from counted
    group by
        programme_id,
        coverage

),

ranked as (

    select
        counted.*,
        whole.is_hidden as hides_whole,
        sum(counted.cell_count) over (
            partition by counted.programme_id, counted.coverage
            order by counted.cell_count, counted.decile_key
            rows between unbounded preceding and 1 preceding
        ) as smaller_count,
        row_number() over (
            partition by counted.programme_id, counted.coverage
            order by counted.cell_count, counted.decile_key
        ) as place

    from counted
    inner join whole
        on
            counted.programme_id = whole.programme_id
            and counted.coverage = whole.coverage

),

marked as (

    select
        *,
        cell_count >= getvariable('smallest_open_cell')
        and coalesce(smaller_count, 0) not between 1 and getvariable('smallest_open_cell') - 1
        and not (hides_whole and place = 1) as is_told

    from ranked

),

told as (

    select
        *,
        sum(case when is_told then 0 else cell_count end) over (partition by decile_key, coverage)
        between 1 and getvariable('smallest_open_cell') - 1 as hides_few,
        row_number() over (
            partition by decile_key, coverage, is_told
            order by cell_count, programme_id
        ) as programme_place

    from marked

)

select
    told.programme_id,
    decile.decile_key,
    decile.national_decile,
    decile.title_indonesian,
    decile.title_english,
    told.coverage,
    word.label_indonesian as coverage_indonesian,
    word.label_english as coverage_english,
    case
        when told.is_told and not (told.hides_few and told.programme_place = 1) then told.cell_count
    end as verdict_count

from told
inner join marts.dim_decile as decile
    on told.decile_key = decile.decile_key
left join marts.dim_code as word
    on word.code_list = 'coverage' and word.code = told.coverage
order by
    told.programme_id,
    decile.national_decile nulls last,
    told.coverage
