"""What changed between two states of the rule book."""
