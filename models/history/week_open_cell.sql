select
    hidden.cell_id,
    hidden.is_hidden,
    as_of.as_of_date

from {{ ref('open_hidden') }} as hidden
cross join {{ ref('as_of') }} as as_of
