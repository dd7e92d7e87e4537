"""The same models on Apache Spark: what stands between dbt and the session."""
