"""Learning what likenesses are worth."""
