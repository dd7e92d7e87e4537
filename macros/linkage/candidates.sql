{#
    The pairs of a stage that people may have to look at, or have: from the lowest score on, and
    all that were decided. `place` is 1 for the likeliest person of a record that nobody refused;
    `match_method` tells how the record is attached to this person, null where it is not.
    `is_one_to_one` says that no two records are one person; two that both would be prove neither,
    unless people said so.
#}
{% macro candidates_of(stage, is_one_to_one=false) %}
    with

    identified as (

        select
            *,
            {{ candidate_id('record_id', 'known_id') }} as candidate_id

        from {{ ref(stage ~ '_score') }}

    ),

    -- What was answered in the outbox names the item that asked about the candidate.
    decision as (

        select
            candidate_id,
            verdict
        from {{ ref('match_decision') }}

        union all

        select
            identified.candidate_id,
            answer.verdict
        from identified
        cross join {{ source('selaras', 'pseudonym_key') }} as pseudonym_key
        inner join {{ ref('match_decision') }} as answer
            on {{ outbox_id(
                'identified.candidate_id', 'pseudonym_key.pseudonym_key'
            ) }} = answer.candidate_id
        where identified.score >= {{ linkage('review') }}

    ),

    decided as (

        select
            candidate_id,
            case when min(verdict) = max(verdict) then min(verdict) else 'contradicted' end
                as verdict
        from decision
        group by candidate_id

    ),

    weighed as (

        select
            identified.*,
            decision.verdict,
            count(*) filter (where decision.verdict = 'same_person') over (
                partition by identified.record_id
            ) as agreed_count

        from identified
        left join decided as decision
            on identified.candidate_id = decision.candidate_id
        where identified.score >= {{ linkage('review') }} or decision.verdict is not null

    ),

    ordered as (

        select
            *,
            row_number() over (
                partition by record_id, verdict is not distinct from 'different_person'
                order by
                    case when verdict = 'same_person' then 0 else 1 end,
                    match_weight desc,
                    known_id asc
            ) as place,
            match_weight - lead(match_weight) over (
                partition by record_id, verdict is not distinct from 'different_person'
                order by match_weight desc, known_id asc
            ) as lead_on_next

        from weighed

    ),

    chosen as (

        select
            *,
            case
                when verdict = 'same_person' and agreed_count = 1 then 'decided'
                when
                    verdict is null
                    and agreed_count = 0
                    and place = 1
                    and has_required
                    and score >= {{ linkage('match') }}
                    and coalesce(lead_on_next, {{ linkage('lead') }}) >= {{ linkage('lead') }}
                    then 'scored'
            end as method

        from ordered

    )

    select
        record_id,
        known_id,
        candidate_id,
        score,
        match_weight,
        has_required,
        {{ linkage_evidence() }} as evidence,
        verdict,
        agreed_count,
        place,
        count(*) over (partition by record_id) as candidate_count,
        {%- if is_one_to_one %}
        case
            when method = 'decided' or count(method) over (partition by known_id) = 1
                then method
        end as match_method
        {%- else %}
        method as match_method
        {%- endif %}

    from chosen
{% endmacro %}

{# A pair by the beginnings of both its ids, so that a decision tells whom it is about. #}
{% macro candidate_id(record_id, known_id) -%}
    concat('c', substr({{ record_id }}, 2, 12), substr({{ known_id }}, 2, 12))
{%- endmacro %}
