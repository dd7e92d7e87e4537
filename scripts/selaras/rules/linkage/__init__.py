"""Who is who: linkage.yml and the trained model, read strictly and compiled to plain SQL."""
