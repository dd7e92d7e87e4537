-- Written by `selaras compile` from rules/linkage.yml. Edit the rule, not this file.
{{ pairs_of(ref('family_record'), ref('undescribed_record')) }}

union

{{ decided_pairs_of(ref('family_record'), ref('undescribed_record')) }}
