"""Functions that Spark has not, or not to the last digit.

DuckDB itself works them out on a batch of rows at a time, so that both engines say the same. By
their names in Spark: their names in DuckDB and the type of what they say.
"""

BORROWED = {
    "jaro_winkler_similarity": ("jaro_winkler_similarity", "double"),
    "damerau_levenshtein": ("damerau_levenshtein", "bigint"),
    "log2_of": ("log2", "double"),
    "strip_accents": ("strip_accents", "string"),
    "hash_of": ("hash", "decimal(20, 0)"),
}
