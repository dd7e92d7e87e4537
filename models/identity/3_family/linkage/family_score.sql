-- Written by `selaras compile` from rules/linkage.yml. Edit the rule, not this file.
{{ scores_of(
    ref('family_pair'), ref('family_record'), ref('undescribed_record'), ref('person_record')
) }}
