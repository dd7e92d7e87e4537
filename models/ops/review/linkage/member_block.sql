-- Written by `selaras compile` from rules/linkage.yml. Edit the rule, not this file.
{{ block_sizes_of(
    'member', ref('member_pair'), ref('member_record'), ref('resident_record')
) }}
