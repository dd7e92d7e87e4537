{#
    How many families or persons stand behind each smallest cell, for each kind of cut in which it
    is shown: `cuts` maps the name of a kind to the column or word that it goes by.
#}
{% macro cut_by(relation, cuts) -%}
    {% for kind, column in cuts.items() %}
    select
        subject,
        programme_id,
        region_code,
        atom,
        '{{ kind }}' as cut_kind,
        {{ column }} as cut,
        unit_count,
        amount

    from {{ relation }}
    {{ '' if loop.last else 'union all' }}
    {% endfor %}
{%- endmacro %}
