{#
    A query over sides of overlap rules that gives every one of them twice, under the person and
    under the family, as `shared_id`: equal scopes and ids then join fast, whichever it is.
#}
{% macro under_each_scope(side) %}
    select *, 'person' as scope, person_id as shared_id from {{ side }}
    where person_id is not null
    union all
    select *, 'household' as scope, household_id as shared_id from {{ side }}
    where household_id is not null
{% endmacro %}
