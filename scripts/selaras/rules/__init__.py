"""The rule book: read strictly, checked as a whole, compiled to plain SQL, tests and seeds."""
