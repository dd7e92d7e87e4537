"""A new programme, ready to fill in."""
