"""What to ask next: which missing fact would settle which open verdicts."""
