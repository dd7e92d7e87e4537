"""What the on-run-start guard compares the rules and the contracts of the lists with."""

from selaras.rules.check.book import Book

HEAD = """{#
    Written by `selaras compile`: the digest of every file of the rule book and of every
    contract of lists as it was compiled.
#}
{% macro compiled_rules() %}
    {{ return({
"""
TAIL = """    }) }}
{% endmacro %}
"""


def compiled_rules(book: Book) -> str:
    """The macro that returns each file's digest at compile time."""
    digests = {f"rules/{name}": digest for name, digest in book.digests.items()}
    digests |= book.contract_digests
    rows = [f"        '{name}': '{digest}'" for name, digest in digests.items()]
    return HEAD + ",\n".join(rows) + "\n" + TAIL
