-- Written by `selaras compile` from rules/linkage.yml. Edit the rule, not this file.
{{ scores_of(
    ref('member_pair'), ref('member_record'), ref('resident_record'), ref('resident_value')
) }}
