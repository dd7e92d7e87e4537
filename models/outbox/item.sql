with

identified as (

    select * from {{ ref('identified_item') }}

)

-- What neither stands in a row of the agency nor may be told by number is asked of nobody.
select
    item_id,
    agency_id,
    kind,
    row_number() over (
        partition by agency_id, kind
        order by
            settles desc nulls last,
            need asc nulls last,
            certainty desc nulls last,
            monthly_amount desc nulls last,
            item_id asc
    ) as position,
    subject_id,
    source,
    table_name,
    batch_date,
    file,
    line,
    source_row_id,
    own_number,
    nik,
    no_kk,
    full_name,
    birth_date,
    place,
    district_code,
    district_name,
    programme_id,
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
    certainty

from identified
where file is not null or nik is not null or no_kk is not null
