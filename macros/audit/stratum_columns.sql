{#
    The columns that name a stratum of a draw, behind the draw itself; a column by which it was
    not stratified is null.
#}
{% macro stratum_columns() -%}
    programme_id,
    city_code,
    district_code,
    national_decile
{%- endmacro %}
