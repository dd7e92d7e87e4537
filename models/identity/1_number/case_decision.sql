with

-- Of every drop so far: what people decided holds, whether or not it is sent again.
landed as (

    select
        lower(trim(decision.subject_id)) as subject_id,
        {{ spelt_as_id('decision.decision') }} as decision,
        {{ tidy_name('decision.decided_by') }} as decided_by,
        {{ parse_date('decision.decided_on', pivot='decision.batch_date') }}
            as decided_on,
        supplier.agency_id as decided_by_agency,
        concat_ws(
            '/', decision.batch_date, lpad(cast(decision.line as varchar), 9, '0')
        ) as arrival
    from {{ source('dinsos', 'decision') }} as decision
    inner join {{ ref('as_of') }} as as_of on decision.batch_date <= as_of.as_of_date
    left join {{ ref('supplier') }} as supplier on supplier.source = 'dinsos'

    union all

    -- An answer names the item of the outbox that asked, whose agency it is of.
    select
        item_id as subject_id,
        case answer
            when 'agreed' then 'confirmed'
            when 'rejected' then 'false_positive'
            when 'already_corrected' then 'resolved'
        end as decision,
        answered_by as decided_by,
        answered_on as decided_on,
        cast(null as varchar) as decided_by_agency,
        cast(batch_date as varchar) as arrival
    from {{ ref('item_answer') }}

),

decision as (

    select
        *,
        concat_ws('/', coalesce(decided_on, cast('0001-01-01' as date)), arrival)
            as recency
    from landed
    where decision in ('confirmed', 'false_positive', 'resolved', 'ambiguous')

)

-- The last word counts, and of one day the one that came last.
select
    subject_id,
    decision,
    decided_by,
    decided_by_agency,
    decided_on
from decision
where subject_id is not null
qualify row_number() over (partition by subject_id order by recency desc) = 1
