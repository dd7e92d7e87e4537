{# The grain of a model: no two rows agree on all the columns; nulls count as equal. #}
{% test is_unique_by(model, columns) %}

select {{ columns | join(', ') }}
from {{ model }}
group by {{ columns | join(', ') }}
having count(*) > 1

{% endtest %}
