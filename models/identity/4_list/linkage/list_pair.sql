-- Written by `selaras compile` from rules/linkage.yml. Edit the rule, not this file.
{{ pairs_of(ref('list_record'), ref('person_record')) }}

union

{{ decided_pairs_of(ref('list_record'), ref('person_record')) }}
