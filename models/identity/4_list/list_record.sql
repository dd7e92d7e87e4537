{{ records_of('list') }}
