{#
    Written by `selaras compile` from rules/vocabulary.yml: the facts of people, or of families,
    that visits ask for, with their types.
#}
{% macro asked_facts(unit) %}
    {{ return({
        'person': {
            'is_alive': 'boolean',
            'has_jakarta_id': 'boolean',
            'lives_in_jakarta': 'boolean',
            'is_pregnant': 'boolean',
            'is_in_school': 'boolean',
            'school_level': 'varchar',
            'school_type': 'varchar',
            'is_in_private_school': 'boolean',
            'has_disability': 'boolean',
            'has_severe_disability': 'boolean',
            'is_formally_employed': 'boolean',
            'has_poverty_letter': 'boolean',
            'is_child_of_disabled_parent': 'boolean',
            'is_child_of_jaklingko_driver': 'boolean',
            'is_child_of_worker_card_holder': 'boolean',
            'has_returned_to_school': 'boolean',
            'is_priority_pupil': 'boolean',
            'is_public_servant': 'boolean',
            'is_state_enterprise_employee': 'boolean',
            'is_public_pensioner': 'boolean',
            'lives_in_care_home': 'boolean',
        },
        'household': {
            'has_pregnant_member': 'boolean',
            'has_primary_pupil': 'boolean',
            'has_junior_secondary_pupil': 'boolean',
            'has_senior_secondary_pupil': 'boolean',
            'has_severe_disability_member': 'boolean',
            'owns_car': 'boolean',
            'monthly_income': 'bigint',
            'uses_branded_water': 'boolean',
            'has_public_servant_member': 'boolean',
            'has_state_enterprise_member': 'boolean',
            'lives_in_jakarta': 'boolean',
            'has_living_member': 'boolean',
        }
    }[unit]) }}
{% endmacro %}
