with

reason as (

    select * from {{ ref('outbox_reason') }}

)

select
    {{ text_id('reason', ['reason_id']) }} as text_id,
    says_id,
    says_en,
    basis
from reason

union all

select
    {{ text_id('rule', ['rule_id']) }} as text_id,
    says_id,
    says_en,
    basis
from {{ ref('finding_rule') }}

union all

select
    {{ text_id('missed', ['programme.programme_id']) }} as text_id,
    reason.says_id,
    reason.says_en,
    programme.basis
from {{ ref('dim_programme') }} as programme
inner join reason
    on reason.reason_id = 'missed'

union all

select
    {{ text_id('unmet', ['why.programme_id', 'why.observed']) }} as text_id,
    concat_ws(' ', reason.says_id, why.says_id) as says_id,
    concat_ws(' ', reason.says_en, why.says_en) as says_en,
    why.basis
from {{ ref('leaked_reason') }} as why
inner join reason
    on reason.reason_id = 'leaked_unmet'
