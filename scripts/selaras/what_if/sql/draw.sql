{# What is drawn for somebody about an event: from 0 to below 1, by the digest of seed, event and id. #}
{% macro draw(event, id) -%}
    cast(
        concat('0x', substring(sha256(concat_ws('|', horizon.seed, {{ event }}, {{ id }})), 1, 13))
        as bigint
    ) / 4503599627370496.0
{%- endmacro %}
