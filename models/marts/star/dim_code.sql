select
    code_list,
    code,
    position,
    label_indonesian,
    label_english

from {{ ref('code_label') }}
