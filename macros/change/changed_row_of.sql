{#
    The landed rows of a source table whose digest stands in one of two compared files more
    often than in the other, with their cells. `surplus` says how many of the equal rows have
    no counterpart.
#}
{% macro changed_row_of(source_name, table) -%}
    select
        '{{ source_name }}' as source,
        '{{ table }}' as table_name,
        compared.compared_id,
        compared.is_in_force,
        landed.file_id,
        landed.source_row_id,
        landed.batch_date,
        landed.line,
        landed.content_digest,
        abs(changed.surplus) as surplus,
        {{ cells_of('landed') }} as cells
    from {{ source(source_name, table) }} as landed
    inner join {{ ref('compared_file') }} as compared
        on landed.file_id = compared.file_id
    inner join {{ ref('changed_digest') }} as changed
        on
            changed.source = '{{ source_name }}'
            and changed.table_name = '{{ table }}'
            and compared.compared_id = changed.compared_id
            and landed.content_digest = changed.content_digest
            and compared.is_in_force = (changed.surplus > 0)
{%- endmacro %}
