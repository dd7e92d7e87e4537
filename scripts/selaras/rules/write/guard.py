"""What the on-run-start guard compares the files of rules/ with."""

from selaras.rules.check.book import Book

HEAD = """{#
    Written by `selaras compile`: the digest of every file of the rule book as it was compiled.
#}
{% macro compiled_rules() %}
    {{ return({
"""
TAIL = """    }) }}
{% endmacro %}
"""


def compiled_rules(book: Book) -> str:
    """The macro that returns each file's digest at compile time."""
    rows = [f"        '{name}': '{digest}'" for name, digest in book.digests.items()]
    return HEAD + ",\n".join(rows) + "\n" + TAIL
