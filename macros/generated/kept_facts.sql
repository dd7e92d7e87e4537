{#
    Written by `selaras compile` from rules/*.yml: the facts of people, or of families, that some
    rule reads, and those that age with the day.
#}
{% macro kept_facts(unit) %}
    {{ return({
        'person': {
            'birth_date': 'date',
            'sex': 'varchar',
            'age_years': 'bigint',
            'life_status': 'varchar',
            'is_alive': 'boolean',
            'is_member': 'boolean',
            'has_jakarta_id': 'boolean',
            'lives_in_jakarta': 'boolean',
            'is_pregnant': 'boolean',
            'is_in_school': 'boolean',
            'school_level': 'varchar',
            'school_grade': 'bigint',
            'school_type': 'varchar',
            'has_disability': 'boolean',
            'has_severe_disability': 'boolean',
            'is_formally_employed': 'boolean',
            'diploma_arrears': 'bigint',
            'has_poverty_letter': 'boolean',
            'is_listed_as_poor': 'boolean',
            'is_child_of_disabled_parent': 'boolean',
            'is_child_of_jaklingko_driver': 'boolean',
            'is_child_of_worker_card_holder': 'boolean',
            'has_returned_to_school': 'boolean',
            'is_priority_pupil': 'boolean',
            'is_public_servant': 'boolean',
            'is_state_enterprise_employee': 'boolean',
            'is_public_pensioner': 'boolean',
            'lives_in_care_home': 'boolean',
            'insurance_segment': 'varchar',
        },
        'household': {
            'region_code': 'varchar',
            'national_decile': 'bigint',
            'pregnant_count': 'bigint',
            'child_0_6_count': 'bigint',
            'elderly_count': 'bigint',
            'has_pregnant_member': 'boolean',
            'has_child_0_6': 'boolean',
            'has_elderly_member': 'boolean',
            'owns_car': 'boolean',
            'highest_property_value': 'bigint',
            'highest_known_property_value': 'bigint',
            'monthly_income': 'bigint',
            'receives_regular_aid': 'boolean',
            'uses_branded_water': 'boolean',
            'has_public_servant_member': 'boolean',
            'has_state_enterprise_member': 'boolean',
            'has_living_member': 'boolean',
        }
    }[unit]) }}
{% endmacro %}
