{#
    The precedence of rows about one person, as a text of which the largest comes first: the newer
    drop, then what the row says, so that the order of rows in a file decides nothing.
#}
{% macro newest_first(row) -%}
    concat_ws(
        '/',
        {{ row }}.batch_date,
        {{ row }}.no_kk,
        {{ row }}.name_normalised,
        {{ row }}.source_row_id
    )
{%- endmacro %}
