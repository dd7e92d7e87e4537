{# A column that names each row: never null, never twice. One test, because each costs time. #}
{% test is_key(model, column_name) %}

select {{ column_name }}
from {{ model }}
group by {{ column_name }}
having count(*) > 1 or {{ column_name }} is null

{% endtest %}
