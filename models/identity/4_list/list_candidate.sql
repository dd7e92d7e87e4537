{{ candidates_of('list') }}
