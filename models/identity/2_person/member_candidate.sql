{{ candidates_of('member', is_one_to_one=true) }}
