"""From files to one rule book: types, names, and what must fit together."""
