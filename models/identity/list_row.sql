{{ config(materialized='view') }}

{{ named_by('stg_kemensos__pkh', 'manager', prefix='manager_', name='manager_name_normalised', birth_date=none) }}

union all

{{ named_by('stg_kemensos__pkh', 'member', prefix='member_', name='member_name_normalised', birth_date='member_birth_date') }}

union all

{{ named_by('stg_kemensos__sembako', 'family', birth_date=none) }}

union all

{{ named_by('stg_kemensos__blts', 'family', birth_date=none) }}

union all

{{ named_by('stg_kemendikdasmen__pip', 'recipient', card=none) }}

union all

{{ named_by('stg_kemdiktisaintek__kipk', 'recipient', card=none) }}

union all

{{ named_by('stg_disdik__kjp_plus', 'recipient') }}

union all

{{ named_by('stg_disdik__kjmu', 'recipient') }}

union all

{{ named_by('stg_disdik__diploma_relief', 'recipient', card=none) }}

union all

{{ named_by('stg_dinsos__pkd', 'recipient') }}

union all

{{ named_by('stg_dinsos__care_home', 'recipient', card=none) }}

union all

{{ named_by('stg_dinsos__objection', 'recipient', name=none, birth_date=none) }}

union all

{{ named_by('stg_bapenda__asset', 'recipient', name=none, card=none, birth_date=none) }}
