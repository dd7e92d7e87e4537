"""The rule book: read strictly, checked as a whole, compiled to plain SQL, tests and seeds."""

from selaras.rules.compiler import (
    check,
    check_rules,
    compile_rules,
    stale_files,
    write,
    write_rules,
)
from selaras.rules.review import review_rules

__all__ = [
    "check",
    "check_rules",
    "compile_rules",
    "review_rules",
    "stale_files",
    "write",
    "write_rules",
]
