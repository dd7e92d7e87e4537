select
    domain as code_list,
    code,
    label_indonesian,
    label_english

from {{ ref('code_label') }}
