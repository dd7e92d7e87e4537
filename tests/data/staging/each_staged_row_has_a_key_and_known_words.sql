{{ shared_keys(staged_keys()) }}

union all

{{ unknown_staged_words() }}
