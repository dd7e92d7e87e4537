with

compared_file as (

    select * from {{ ref('compared_file') }}

),

landed_digest as (

    select * from {{ ref('landed_digest') }}

)

-- Equal rows cancel out; a row that stands twice where it stood once leaves one over.
select
    max(compared_file.source) as source,
    max(compared_file.table_name) as table_name,
    compared_file.compared_id,
    landed_digest.content_digest,
    sum(case when compared_file.is_in_force then 1 else -1 end) as surplus

from landed_digest
inner join compared_file
    on landed_digest.file_id = compared_file.file_id
group by
    compared_file.compared_id,
    landed_digest.content_digest
having sum(case when compared_file.is_in_force then 1 else -1 end) != 0
