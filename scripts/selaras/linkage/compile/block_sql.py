"""The macro of keys: what each blocking rule of linkage.yml reads of a record."""

from selaras.linkage.compile.layout import macro
from selaras.linkage.grammar.weights import Linkage
from selaras.rules.expression.rendering import STEP, WIDTH

SAYS = " Every record under the key of each blocking rule that it has; `id` is its column. "


def blocking_keys(linkage: Linkage) -> str:
    """One row per record and blocking rule; a record without a part of a key is not there."""
    rules = linkage.book.blocking
    names = list(rules)
    keys = [_key(name, parts) for name, parts in rules.items()]
    lines = [
        "select",
        f"{STEP}{{{{ id }}}},",
        f"{STEP}blocking_rule,",
        f"{STEP}block_key",
        "",
        "from (",
        f"{STEP}select",
        f"{STEP * 2}{{{{ id }}}},",
        *(f"{STEP * 2}{line}" for line in ",\n".join(keys).split("\n")),
        f"{STEP}from {{{{ records }}}}",
        ") as record",
        "unpivot (",
        f"{STEP}block_key for blocking_rule in (",
        *(f"{STEP * 2}{name}," for name in names[:-1]),
        f"{STEP * 2}{names[-1]}",
        f"{STEP})",
        ")",
    ]
    return macro("blocking_keys", "id, records", SAYS, lines)


def _key(name: str, parts: list[str]) -> str:
    """The key of one rule, on as many lines as it takes."""
    each = ", ".join(map(repr, parts))
    line = f"{{{{ block_key([{each}]) }}}} as {name}"
    if len(line) + 3 * len(STEP) < WIDTH:
        return line
    return f"{{{{ block_key([\n{STEP}{each}\n]) }}}} as {name}"
