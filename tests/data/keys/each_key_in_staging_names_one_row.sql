{{ shared_keys(staged_keys()) }}
