{{ config(group='listed') }}

{{ shared_keys([('listed_row', 'source_row_id')]) }}
{{ unknown_staged_words() }}
