{{ records_of('member') }}
