"""The models that bring records together: pairs that agree in a blocking rule, and how many."""

from selaras.linkage.compile.layout import HEAD, cte, imported
from selaras.linkage.grammar.condition import on_side
from selaras.linkage.grammar.weights import Linkage
from selaras.rules.expression.rendering import STEP, WIDTH

LEFT_OUT = [
    "select",
    f"{STEP}crowded.blocking_rule,",
    f"{STEP}count(distinct crowded.record_id) as records",
    "",
    "from crowded",
    "left join pair",
    f"{STEP}on crowded.record_id = pair.record_id",
    "where pair.record_id is null",
    "group by crowded.blocking_rule",
]


def pair_model(linkage: Linkage, listed: str, known: str) -> str:
    """Every record beside everybody who shares a block with it that is not too large."""
    parts = [imported("listed", listed), imported("known", known)]
    for name in linkage.book.blocking:
        parts.append(_wanted(linkage, name))
        parts.append(_block(linkage, name, _having(linkage, name)))
    unions = "\n\nunion\n\n".join(
        "\n".join(_pairs(linkage, name)) for name in linkage.book.blocking
    )
    return HEAD + ",\n\n".join(parts) + "\n\n" + unions + "\n"


def block_model(linkage: Linkage, stage: str, pair: str, listed: str, known: str) -> str:
    """How large the blocks of every rule are, and what the cap left out."""
    names, most = list(linkage.book.blocking), linkage.book.largest_block
    parts = [imported("pair", pair), imported("listed", listed), imported("known", known)]
    for name in names:
        parts += [_wanted(linkage, name), _block(linkage, name, [])]
    parts.append(cte("block", _together([_sizes(name, most) for name in names])))
    parts.append(cte("crowded", _together([_crowded(linkage, name) for name in names])))
    parts.append(cte("left_out", LEFT_OUT))
    return HEAD + ",\n\n".join(parts) + "\n\n" + _summary(stage)


def _having(linkage: Linkage, name: str) -> list[str]:
    """The condition that a block is not too large, in people nor, whoever lists them, in pairs."""
    most = linkage.book.largest_block
    return [
        "having",
        f"{STEP}count(*) <= {most}",
        f"{STEP}and count(*) * max({name}_key.records) <= {most * most}",
    ]


def _keys(linkage: Linkage, name: str, side: str) -> list[str]:
    """The expressions of a blocking rule on one side."""
    fields = set(linkage.book.fields)
    return [on_side(key, side, fields) for key in linkage.book.blocking[name]]


def _on(linkage: Linkage, name: str, block: str, side: str) -> list[str]:
    """The condition that a record of one side is in a block."""
    tests = [
        f"{block}.key_{at} = {key}" for at, key in enumerate(_keys(linkage, name, side), start=1)
    ]
    if len(tests) == 1:
        return [f"{STEP}on {tests[0]}"]
    lines = [f"{STEP}on"]
    for at, test in enumerate(tests):
        line = f"{STEP * 2}{'and ' if at else ''}{test}"
        fits = len(line) + len(STEP) <= WIDTH
        left, _, right = line.partition(" = ")
        lines += [line] if fits else [left, f"{STEP * 2}= {right}"]
    return lines


def _grouped(keys: list[str]) -> list[str]:
    """A grouping by some keys, laid out as the linter wants."""
    if len(keys) == 1:
        return [f"group by {keys[0]}"]
    return ["group by", *(f"{STEP}{key}," for key in keys[:-1]), f"{STEP}{keys[-1]}"]


def _wanted(linkage: Linkage, name: str) -> str:
    """The keys that the list has."""
    keys = [f"{STEP}{key} as key_{at}," for at, key in enumerate(_keys(linkage, name, "listed"), 1)]
    keys.append(f"{STEP}count(*) as records")
    grouped = _grouped(_keys(linkage, name, "listed"))
    return cte(f"{name}_key", ["select", *keys, "", "from listed", *grouped])


def _block(linkage: Linkage, name: str, having: list[str]) -> str:
    """The blocks of a rule: how many records and people share a key."""
    wanted = f"{name}_key"
    count = len(linkage.book.blocking[name])
    keys = [f"{wanted}.key_{at}" for at in range(1, count + 1)]
    return cte(
        f"{name}_block",
        [
            "select",
            *(f"{STEP}{key}," for key in keys),
            f"{STEP}max({wanted}.records) as records,",
            f"{STEP}count(*) as people",
            "",
            f"from {wanted}",
            "inner join known",
            *_on(linkage, name, wanted, "known"),
            *_grouped(keys),
            *having,
        ],
    )


def _pairs(linkage: Linkage, name: str) -> list[str]:
    """The pairs of a rule."""
    block = f"{name}_block"
    return [
        "select",
        f"{STEP}listed.record_id,",
        f"{STEP}known.known_id",
        "",
        f"from {block}",
        "inner join listed",
        *_on(linkage, name, block, "listed"),
        "inner join known",
        *_on(linkage, name, block, "known"),
    ]


def _together(queries: list[list[str]]) -> list[str]:
    """Queries under one another."""
    lines = queries[0]
    for query in queries[1:]:
        lines = [*lines, "", "union all", "", *query]
    return lines


def _sizes(name: str, most: int) -> list[str]:
    """The blocks of a rule in figures."""
    return [
        "select",
        f"{STEP}'{name}' as blocking_rule,",
        f"{STEP}records,",
        f"{STEP}people,",
        f"{STEP}people > {most} or records * people > {most * most} as is_left_out",
        "",
        f"from {name}_block",
    ]


def _crowded(linkage: Linkage, name: str) -> list[str]:
    """The records in blocks of a rule that are too large."""
    most = linkage.book.largest_block
    return [
        "select",
        f"{STEP}'{name}' as blocking_rule,",
        f"{STEP}listed.record_id",
        "",
        f"from {name}_block as crowd",
        "inner join listed",
        *_on(linkage, name, "crowd", "listed"),
        "where",
        f"{STEP}crowd.people > {most}",
        f"{STEP}or crowd.records * crowd.people > {most * most}",
    ]


def _summary(stage: str) -> str:
    """One rule in figures."""
    return f"""select
    '{stage}' as linkage_stage,
    block.blocking_rule,
    count(*) as blocks,
    count(*) filter (where block.is_left_out) as blocks_left_out,
    max(block.people) as largest_block,
    cast(
        coalesce(
            sum(block.records * block.people) filter (where not block.is_left_out), 0
        ) as bigint
    ) as pairs,
    cast(
        coalesce(
            sum(block.records * block.people) filter (where block.is_left_out), 0
        ) as bigint
    ) as pairs_left_out,
    coalesce(max(left_out.records), 0) as records_left_without_pair

from block
left join left_out
    on block.blocking_rule = left_out.blocking_rule
group by block.blocking_rule
"""
