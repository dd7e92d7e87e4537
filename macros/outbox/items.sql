{# The columns of everything that agencies are asked to do, in one order. #}
{% macro item_columns() -%}
    agency_id,
    kind,
    subject_id,
    person_id,
    household_id,
    programme_id,
    source_row_id,
    role,
    column_name,
    current_value,
    proposed_value,
    evidence,
    reason_id,
    says_id,
    says_en,
    basis,
    monthly_amount,
    settles,
    need,
    certainty
{%- endmacro %}

{#
    The id of what an agency is asked, the same every week for the same subject. It is keyed, and no
    id that is published: whoever holds a workbook cannot find the people in it in a mart.
#}
{% macro outbox_id(subject, key) -%}
    {{ pseudonym('o', key, subject) }}
{%- endmacro %}

{# Orders rows so that the largest is the last one: by drop and by line. #}
{% macro last_of(batch_date, source_row_id) -%}
    concat_ws('/', {{ batch_date }}, {{ source_row_id }})
{%- endmacro %}

{# The last of the rows of a list, by drop, period and line. #}
{% macro last_row(row, value) -%}
    max_by(
        {{ value }},
        concat_ws('/', {{ row }}.batch_date, {{ row }}.snapshot_key, {{ row }}.source_row_id)
    )
{%- endmacro %}

{# Of the rows by which an agency knows somebody, the latest; whom a row is for counts first. #}
{% macro own_row_rank() -%}
    concat_ws('/', 9 - {{ role_rank('role') }}, batch_date, source_row_id)
{%- endmacro %}

{#
    What became of an item: the answer where there is one, else whether the list came again without
    what was asked about. What went for another reason, such as a rule, is no longer asked.
#}
{% macro state_of_item(item) -%}
    case
        when {{ item }}.answer is not null then {{ item }}.answer
        when {{ item }}.is_still_asked then 'unanswered'
        when {{ item }}.came_again then 'corrected'
        else 'no_longer_asked'
    end
{%- endmacro %}
