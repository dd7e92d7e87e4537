{{ unknown_staged_words() }}
