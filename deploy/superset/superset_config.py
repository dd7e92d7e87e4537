"""What Superset is told to read a published DuckDB file; everything else is as it comes."""

import os

SECRET_KEY = os.environ["SUPERSET_SECRET_KEY"]
PREVENT_UNSAFE_DB_CONNECTIONS = False  # a DuckDB file lies on Superset's own machine
