{# The columns of everything that agencies are asked to do, in one order. #}
{% macro item_columns() -%}
    item_id,
    facts_id,
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
    text_id,
    monthly_amount,
    settles,
    need,
    certainty
{%- endmacro %}

{# The ids of what an agency is asked, beside what it is told. #}
{% macro item_ids(told) -%}
    {%- set key = 'kept.pseudonym_key' -%}
    {{ outbox_id(told ~ '.subject_id', key) }} as item_id,
    {{ facts_of_item(told, key) }} as facts_id
{%- endmacro %}

{# Where a sentence of the outbox stands in item_text: what it is, and its ids. #}
{% macro text_id(kind, ids) -%}
    concat_ws('/', '{{ kind }}', {{ ids | join(', ') }})
{%- endmacro %}

{#
    The id of what an agency is asked, the same every week for the same subject. It is keyed, and no
    id that is published: whoever holds a workbook cannot find the people in it in a mart.
#}
{% macro outbox_id(subject, key) -%}
    {{ pseudonym('o', key, subject) }}
{%- endmacro %}

{# What an item says as far as it matters for an answer: the same while its facts are. #}
{% macro facts_of_item(item, key) -%}
    {{ pseudonym(
        'f', key,
        "concat_ws('/', " ~ item ~ ".kind, " ~ item ~ ".reason_id, " ~ item ~ ".programme_id, "
        ~ item ~ ".column_name, " ~ item ~ ".current_value, " ~ item ~ ".proposed_value, "
        ~ item ~ ".need)"
    ) }}
{%- endmacro %}

{#
    The seal of an item of an agency, by which an answer shows that it is to what was sent there:
    the facts, then what nobody else can compute (scripts/selaras/landing/seals.py holds it against).
#}
{% macro seal_of_item(item, key) -%}
    concat({{ item }}.facts_id, {{ pseudonym(
        's', key,
        "concat_ws('/', " ~ item ~ ".item_id, " ~ item ~ ".agency_id, " ~ item ~ ".facts_id)"
    ) }})
{%- endmacro %}

{# The facts that a seal begins with. #}
{% macro facts_of_seal(seal) -%}
    left(lower(trim({{ seal }})), 25)
{%- endmacro %}

{#
    Whether an item is asked, by what was answered to it. Who agreed is asked again only where the
    list came again as it was; who rejected only where the facts are others.
#}
{% macro follow_up_of_item(item) -%}
    case
        when {{ item }}.answer is null then 'asked'
        when {{ item }}.answer = 'contradicted' then 'contradicted'
        when {{ item }}.facts_id != {{ item }}.facts_answered then 'changed'
        when {{ item }}.answer = 'rejected' then 'rejected'
        when {{ item }}.came_on > {{ item }}.answered_in then 'not_corrected'
        else 'answered'
    end
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
    What became of an item: the answer where there is one that holds, else whether the list came again without
    what was asked about. What went for another reason, such as a rule, is no longer asked.
#}
{% macro state_of_item(item) -%}
    case
        when {{ item }}.follow_up = 'not_corrected' then 'not_yet_corrected'
        when {{ item }}.follow_up in ('changed', 'contradicted') then 'unanswered'
        when {{ item }}.answer != 'contradicted' then {{ item }}.answer
        when {{ item }}.is_still_asked then 'unanswered'
        when {{ item }}.came_again then 'corrected'
        else 'no_longer_asked'
    end
{%- endmacro %}
