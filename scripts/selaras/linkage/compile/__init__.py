"""From linkage.yml to plain SQL: models that pair and score."""
