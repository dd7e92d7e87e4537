"""Who looked at whom, what left the house, and how long it is kept."""
