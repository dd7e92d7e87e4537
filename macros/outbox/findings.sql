{# What an agency has to do about a finding; who may not see why only verifies. #}
{% macro kind_of_finding(finding) -%}
    case
        when not {{ finding }}.is_reason_shown then 'verification'
        when {{ finding }}.is_of_leaving then 'departure'
        when
            not {{ finding }}.rests_on_numbers
            or {{ finding }}.kind = 'same_purpose'
            or {{ finding }}.programme_id is null
            then 'verification'
        else 'double'
    end
{%- endmacro %}

{# The agency's own rows of a finding and what it may see of others, as name = value. #}
{% macro evidence_of_finding(finding) -%}
    nullif(concat_ws(
        '; ',
        'rows = ' || {{ finding }}.own_rows,
        case
            when {{ finding }}.is_reason_shown and {{ finding }}.programme_id is not null
                then concat_ws(' ',
                    'benefits =',
                    concat_ws(' + ', {{ finding }}.programme_id, nullif(
                        {{ finding }}.other_programme_id, {{ finding }}.programme_id
                    )),
                    cast({{ finding }}.starts_on as varchar),
                    '..',
                    cast({{ finding }}.ends_on as varchar)
                )
        end,
        case
            when {{ finding }}.is_of_leaving
                then concat_ws(
                    '; ',
                    'life_status = ' || {{ finding }}.life_status,
                    'life_status_on = ' || cast({{ finding }}.life_status_on as varchar)
                )
        end
    ), '')
{%- endmacro %}
