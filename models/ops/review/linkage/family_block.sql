-- Written by `selaras compile` from rules/linkage.yml. Edit the rule, not this file.
{{ block_sizes_of(
    'family', ref('family_pair'), ref('family_record'), ref('undescribed_record')
) }}
