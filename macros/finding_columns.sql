{# The columns of everything that is found, in one order. #}
{% macro finding_columns() -%}
    rule_id,
    kind,
    scope,
    person_id,
    household_id,
    programme_id,
    other_programme_id,
    period,
    starts_on,
    ends_on,
    monthly_amount_at_stake,
    keep_programme_id,
    review_agency,
    evidence,
    first_seen_on,
    match_method,
    match_score,
    rests_on_numbers
{%- endmacro %}
