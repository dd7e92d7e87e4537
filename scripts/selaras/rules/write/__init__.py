"""From the checked book to every other file, and all of them to disk."""
