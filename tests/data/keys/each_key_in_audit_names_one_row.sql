{{ config(group='audit') }}

{{ shared_keys([
    ('audit_estimate', 'draw_id', 'measure', 'reported_for', 'programme_id', 'city_code', 'district_code', 'national_decile'),
]) }}
