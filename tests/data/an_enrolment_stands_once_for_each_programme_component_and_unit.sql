select enrolment_id
from {{ ref('fct_enrolment') }}
group by enrolment_id
having count(*) > 1
