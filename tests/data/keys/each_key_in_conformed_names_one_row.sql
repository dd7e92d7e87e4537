{{ config(group='conformed') }}

{{ shared_keys([
    ('care_home_resident', 'person_id'),
    ('listed_pregnancy', 'person_id'),
    ('listed_pupil', 'person_id'),
    ('listed_diploma', 'person_id'),
    ('household_aid', 'household_id'),
    ('scored_register_row', 'subject_id'),
    ('fact_answer', 'source_row_id'),
    ('dim_person', 'person_id'),
    ('household_register', 'household_id'),
    ('household_member_fact', 'household_id'),
    ('household_asset', 'household_id'),
    ('dim_household', 'household_id'),
    ('dim_programme', 'programme_id'),
    ('dim_region', 'region_code'),
    ('matched_benefit', 'source_row_id'),
    ('fct_enrolment', 'enrolment_id'),
    ('fct_payment', 'payment_id'),
]) }}
