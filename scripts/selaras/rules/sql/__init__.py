"""From the checked book to the models that judge."""
