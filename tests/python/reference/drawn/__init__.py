"""Rule books and populations drawn at random, for both readings of the rule book to answer."""
