"""Learning what likenesses are worth, and showing how well rows are attached to people."""
