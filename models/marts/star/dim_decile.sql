select
    {{ decile_key('try_cast(decile.code as integer)') }} as decile_key,
    try_cast(decile.code as integer) as national_decile,
    decile.label_indonesian as title_indonesian,
    decile.label_english as title_english,
    shown.decile_group

from {{ ref('code_label') }} as decile
inner join {{ ref('open_decile_group') }} as shown
    on decile.code = shown.decile
where decile.domain = 'decile'
