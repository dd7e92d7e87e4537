{# The columns of a finding that is about no programme, period or money. #}
{% macro of_no_benefit() -%}
    cast(null as varchar) as programme_id,
    cast(null as varchar) as other_programme_id,
    cast(null as varchar) as period,
    cast(null as date) as starts_on,
    cast(null as date) as ends_on,
    cast(null as bigint) as monthly_amount_at_stake,
    cast(null as varchar) as keep_programme_id
{%- endmacro %}
