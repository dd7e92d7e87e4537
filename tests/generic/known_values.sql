{# Columns hold nothing but the values listed for them; null is allowed. #}
{% test known_values(model, values) %}

{% for column, known in values.items() %}
select
    '{{ column }}' as column_name,
    cast({{ column }} as varchar) as found
from {{ model }}
where cast({{ column }} as varchar) not in ('{{ known | join("', '") }}')
{{ 'union all' if not loop.last }}
{% endfor %}

{% endtest %}
