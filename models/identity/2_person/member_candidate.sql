{{ candidates_of('member') }}
