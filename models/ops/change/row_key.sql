with

changed_subject as (

    select * from {{ ref('changed_subject') }}

),

keyed as (

    select
        compared_id,
        is_in_force,
        source_row_id,
        file_id,
        line,
        unnest({{ row_keys() }}) as row_key,
        unnest(range(len({{ row_keys() }}))) as weakness

    from changed_subject

)

-- A key that stands several times on one side is told apart by its ordinal.
select
    compared_id,
    is_in_force,
    source_row_id,
    weakness,
    row_key,
    row_number() over (
        partition by compared_id, is_in_force, weakness, row_key
        order by file_id, line
    ) as ordinal

from keyed
where row_key is not null
