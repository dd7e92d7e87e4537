{#
    One row that a finding rests on, as models write it before rows are looked up: the side that it
    tells of (a programme, or the register), the row, and the field that tells it, if one does.
    Items are joined by `; `. Null where there is no such row.
#}
{% macro evidence_item(side, row, field=none) -%}
    {{ side }} || '/' || {{ row }}{% if field %} || '/{{ field }}'{% endif %}
{%- endmacro %}

{# The same of the first row in a group. #}
{% macro first_evidence(side, row, field=none) -%}
    {{ evidence_item(side, 'min(' ~ row ~ ')', field) }}
{%- endmacro %}

{# The same of every row in a group, in order. #}
{% macro all_evidence(side, row, field=none) -%}
    string_agg({{ evidence_item(side, row, field) }}, '; ' order by {{ row }})
{%- endmacro %}
