{{ candidates_of('family') }}
