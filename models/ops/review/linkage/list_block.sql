-- Written by `selaras compile` from rules/linkage.yml. Edit the rule, not this file.
{{ block_sizes_of(
    'list', ref('list_pair'), ref('list_record'), ref('person_record')
) }}
