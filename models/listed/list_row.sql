{{ config(materialized='view') }}

{{ named_by(
    'stg_kemensos__pkh', 'household', role='manager', prefix='manager_',
    name='manager_name_normalised', birth_date=none
) }}

union all

{{ named_by(
    'stg_kemensos__pkh', 'household', role='member', prefix='member_',
    name='member_name_normalised', birth_date='member_birth_date'
) }}

union all

{{ named_by('stg_kemensos__sembako', 'household', birth_date=none) }}

union all

{{ named_by('stg_kemensos__blts', 'household', birth_date=none) }}

union all

{{ named_by('stg_kemendikdasmen__pip', 'person', card=none, region=none) }}

union all

{{ named_by('stg_kemdiktisaintek__kipk', 'person', card=none, region=none) }}

union all

{{ named_by('stg_disdik__kjp_plus', 'person') }}

union all

{{ named_by('stg_disdik__kjmu', 'person', region=none) }}

union all

{{ named_by('stg_disdik__diploma_relief', 'person', card=none, region=none) }}

union all

{{ named_by('stg_dinsos__pkd', 'person') }}

union all

{{ named_by('stg_dinsos__care_home', 'person', card=none, region=none) }}

union all

{{ named_by(
    'stg_dinsos__objection', 'person', name=none, birth_date=none, region=none
) }}

union all

{{ named_by(
    'stg_bapenda__asset', 'person', name=none, card=none, birth_date=none, region=none
) }}
