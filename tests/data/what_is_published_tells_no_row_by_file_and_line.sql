-- Who holds the file of an agency could find a row by its line, and with it a person.
select
    'mart_finding' as table_name,
    evidence as found
from {{ ref('mart_finding') }}
where {{ regex_found('evidence', '[0-9a-f]{12}-[0-9]+') }}

union all

select
    'mart_case' as table_name,
    evidence as found
from {{ ref('mart_case') }}
where {{ regex_found('evidence', '[0-9a-f]{12}-[0-9]+') }}

union all

select
    'mart_change' as table_name,
    source_row_id as found
from {{ ref('mart_change') }}
where {{ regex_found('source_row_id', '[0-9a-f]{12}-[0-9]+') }}
