{#
    What a record has to agree in with another, as one text; null where a part is not known. The
    sign between the parts is one that cleaning leaves in no name and no number.
#}
{% macro block_key(parts) -%}
    cast({{ parts | join(' as varchar) || chr(31) || cast(') }} as varchar)
{%- endmacro %}

{#
    The steps from records to blocks: everybody who shares a key, and how many rows and people a
    block has. One that is too large, in people or in pairs, is left out.
#}
{% macro blocks_of(listed, known) -%}
    listed_key as (

        {{ blocking_keys('record_id', listed) }}

    ),

    known_key as (

        {{ blocking_keys('known_id', known) }}

    ),

    wanted as (

        select
            blocking_rule,
            block_key,
            count(*) as records

        from listed_key
        group by
            blocking_rule,
            block_key

    ),

    met as (

        select
            wanted.blocking_rule,
            wanted.block_key,
            wanted.records,
            known_key.known_id

        from wanted
        inner join known_key
            on
                wanted.blocking_rule = known_key.blocking_rule
                and wanted.block_key = known_key.block_key

    ),

    counted as (

        select
            blocking_rule,
            block_key,
            max(records) as records,
            count(*) as people

        from met
        group by
            blocking_rule,
            block_key

    ),

    block as (

        select
            *,
            people > {{ linkage('largest_block') }}
            or records * people
            > {{ linkage('largest_block') }} * {{ linkage('largest_block') }} as is_left_out

        from counted

    )
{%- endmacro %}

{# Every record beside everybody who shares a block with it, once. #}
{% macro pairs_of(listed, known) -%}
    with

    {{ blocks_of(listed, known) }}

    select distinct
        listed_key.record_id,
        met.known_id

    from block
    inner join met
        on
            block.blocking_rule = met.blocking_rule
            and block.block_key = met.block_key
    inner join listed_key
        on
            block.blocking_rule = listed_key.blocking_rule
            and block.block_key = listed_key.block_key
    where not block.is_left_out
{%- endmacro %}

{#
    What people decided on stays a pair, whether or not a blocking rule still makes it: the person
    may have moved since.
#}
{% macro decided_pairs_of(listed, known) -%}
    select
        listed.record_id,
        known.known_id

    from {{ ref('match_decision') }} as decision
    inner join {{ listed }} as listed
        on substr(decision.candidate_id, 2, 12) = substr(listed.record_id, 2, 12)
    inner join {{ known }} as known
        on substr(decision.candidate_id, 14, 12) = substr(known.known_id, 2, 12)
{%- endmacro %}

{# How large the blocks of every rule are, and whom the cap left without any pair. #}
{% macro block_sizes_of(stage, pair, listed, known) -%}
    with

    {{ blocks_of(listed, known) }},

    left_out as (

        select
            block.blocking_rule,
            count(distinct listed_key.record_id) as records

        from block
        inner join listed_key
            on
                block.blocking_rule = listed_key.blocking_rule
                and block.block_key = listed_key.block_key
        left join {{ pair }} as pair
            on listed_key.record_id = pair.record_id
        where block.is_left_out and pair.record_id is null
        group by block.blocking_rule

    )

    select
        '{{ stage }}' as linkage_stage,
        block.blocking_rule,
        count(*) as blocks,
        count(*) filter (where block.is_left_out) as blocks_left_out,
        max(block.people) as largest_block,
        cast(
            coalesce(
                sum(block.records * block.people) filter (where not block.is_left_out), 0
            ) as bigint
        ) as pairs,
        cast(
            coalesce(
                sum(block.records * block.people) filter (where block.is_left_out), 0
            ) as bigint
        ) as pairs_left_out,
        coalesce(max(left_out.records), 0) as records_left_without_pair

    from block
    left join left_out
        on block.blocking_rule = left_out.blocking_rule
    group by block.blocking_rule
{%- endmacro %}
