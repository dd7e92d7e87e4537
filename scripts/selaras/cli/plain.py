"""Plain letters in place of signs that a screen or file cannot hold."""

import codecs
import sys

PLAIN = {"✓": "v", "✗": "x", "→": "->", "·": "-", "≤": "<=", "≥": ">=", "≠": "!="}


def write_plainly() -> None:
    """Let every output replace what its encoding lacks, rather than stop."""
    codecs.register_error("plain", _plainly)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="plain")


def _plainly(error: UnicodeError) -> tuple[str, int]:
    """What stands for the letters that could not be written."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end]
    return "".join(PLAIN.get(letter, "?") for letter in lacking), error.end
