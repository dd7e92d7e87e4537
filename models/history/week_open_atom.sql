select
    atom.subject,
    atom.programme_id,
    atom.region_code,
    atom.atom,
    atom.cut_kind,
    atom.cut,
    atom.unit_count,
    atom.amount,
    as_of.as_of_date

from {{ ref('open_atom') }} as atom
cross join {{ ref('as_of') }} as as_of
