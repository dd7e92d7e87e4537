"""The workbench (`selaras workbench`): an analyst edits a rule and sees at once what it does."""
