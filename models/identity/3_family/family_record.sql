{{ records_of('family') }}
