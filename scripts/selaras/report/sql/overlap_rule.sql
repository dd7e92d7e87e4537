select
    rule.rule_id,
    rule.kind,
    kind.label_indonesian as kind_indonesian,
    kind.label_english as kind_english,
    rule.scope,
    rule.says_indonesian,
    rule.says_english,
    string_agg(distinct rule.programme_id, ', ' order by rule.programme_id) as programmes,
    rule.valid_from,
    rule.last_day,
    rule.is_in_force,
    rule.basis,
    rule.status,
    rule.source

from marts.mart_overlap_rule_v2 as rule
left join marts.dim_code as kind
    on kind.code_list = 'kind' and kind.code = rule.kind
group by all
order by
    rule.kind,
    rule.rule_id,
    rule.valid_from
