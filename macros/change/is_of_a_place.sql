{#
    True for a snapshot that a place is told apart by (`31.71`), not a period. Rows may pass
    from the file of one place to that of another, so such files are compared together.
#}
{% macro is_of_a_place(snapshot_key) -%}
    {{ regex_fits(snapshot_key, '[0-9]{2}[.][0-9]{2}') }}
{%- endmacro %}
