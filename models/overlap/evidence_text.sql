with

evidence_row as (

    select * from {{ ref('evidence_row') }}

),

pseudonym_key as (

    select * from {{ source('selaras', 'pseudonym_key') }}

),

keyed as (

    select
        evidence_row.*,
        cast(evidence_row.batch_date as varchar) as drop_day,
        {{ pseudonym(
            'r', 'pseudonym_key.pseudonym_key', 'evidence_row.source_row_id'
        ) }}
            as reference

    from evidence_row
    cross join pseudonym_key

)

-- The keyed one may leave the house: who holds an agency's file finds no row by it.
select
    cause_id,
    {{ json_rows({
        'side': 'side',
        'source': 'source',
        'table': 'table_name',
        'drop': 'drop_day',
        'file': 'file',
        'line': 'line',
        'row': 'source_row_id',
        'field': 'field',
    }) }} as evidence,
    {{ json_rows({
        'side': 'side',
        'source': 'source',
        'table': 'table_name',
        'row': 'reference',
        'field': 'field',
    }) }} as keyed_evidence

from keyed
group by cause_id
