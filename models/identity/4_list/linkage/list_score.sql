-- Written by `selaras compile` from rules/linkage.yml. Edit the rule, not this file.
{{ scores_of(
    ref('list_pair'), ref('list_record'), ref('person_record'), ref('person_record')
) }}
