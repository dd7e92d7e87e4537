"""The macro that scores pairs: every comparison at its level, and what all weigh together."""

from selaras.linkage.compile.layout import cte, macro
from selaras.linkage.grammar.condition import for_dbt, split_at
from selaras.linkage.grammar.linkage_book import Comparison
from selaras.linkage.grammar.weights import Linkage
from selaras.rules.expression.rendering import STEP, WIDTH

INPUTS = ("pair", "listed", "known", "everybody")
SAYS = """
    Written by `selaras compile` from rules/linkage.yml and its trained model: every pair with
    the level and weight of each comparison, and how likely it is that both are one person. How
    rare a value is, is told among `everybody`, whoever of them may be meant; `beside` is what
    records are set beside where that is not the people who are counted.
"""
POPULATION = [
    "select",
    f"{STEP}cast(count(*) as double) as people,",
    f"{STEP}(select cast(count(*) as double) from known) as known_people",
    "",
    "from everybody",
]


def scores_of(linkage: Linkage) -> str:
    """The macro of a query that scores pairs, whatever its inputs are read from."""
    parts = [
        *(cte(name, [f"select * from {{{{ {name} }}}}"]) for name in INPUTS),
        cte("population", POPULATION),
        *(_rarity(field) for field in linkage.rarities),
        cte("compared", _compared(linkage)),
        cte("weighed", _weighed(linkage)),
        cte("summed", _summed(linkage)),
    ]
    query = ["with", "", *",\n\n".join(parts).split("\n"), "", *_result(linkage)]
    return macro("scores_of", f"{', '.join(INPUTS)}, beside='known'", SAYS, query)


def _rarity(field: str) -> str:
    """How many people share each value that the list names."""
    return cte(
        f"{field}_rarity",
        [
            "select",
            f"{STEP}{field},",
            f"{STEP}cast(count(*) as double) as people",
            "",
            "from everybody",
            f"where {field} in (select listed.{field} from listed)",
            f"group by {field}",
        ],
    )


def _compared(linkage: Linkage) -> list[str]:
    """Each comparison at its level; the fields whose rarity counts; how likely a match is."""
    lines = ["select", f"{STEP}pair.record_id,", f"{STEP}pair.known_id,"]
    for name, comparison in linkage.book.comparisons.items():
        lines += _level(name, comparison)
    for field, sharing in linkage.rarities.items():
        lines += [
            f"{STEP}log2(",
            f"{STEP * 2}(population.people + {linkage.book.rarity_from})",
            f"{STEP * 2}/ (coalesce({field}_rarity.people, 1) + {sharing:.6f})",
            f"{STEP}) as {field}_rarity,",
        ]
    share = linkage.learnt.counterpart_share
    lines += [f"{STEP}log2({share} / population.known_people) as prior_weight", ""]
    lines += ["from pair", "inner join listed", f"{STEP}on pair.record_id = listed.record_id"]
    lines += ["inner join {{ beside }} as known"]
    lines += [f"{STEP}on pair.known_id = known.known_id"]
    lines += ["cross join population"]
    for field in linkage.rarities:
        lines += [f"left join {field}_rarity", f"{STEP}on listed.{field} = {field}_rarity.{field}"]
    return lines


def _level(name: str, comparison: Comparison) -> list[str]:
    """The level of one comparison, `missing` where a side does not tell."""
    sides = [f"{side}.{field} is null" for field in comparison.of for side in ("listed", "known")]
    lines = [f"{STEP}case"]
    lines += [f"{STEP * 2}{line}" for line in _branch(" or ".join(sides), "missing")]
    for level_name, level in comparison.levels.items():
        if level.when:
            lines += [f"{STEP * 2}{line}" for line in _branch(level.when, level_name)]
    return [*lines, f"{STEP * 2}else '{comparison.last}'", f"{STEP}end as {name}_level,"]


def _branch(condition: str, level: str) -> list[str]:
    """One branch of a case, on as many lines as it takes."""
    whole = f"when {for_dbt(condition)} then '{level}'"
    if len(whole) + 3 * len(STEP) <= WIDTH:
        return [whole]
    parts = [f"{STEP}{for_dbt(part)}" for part in split_at(condition)]
    return ["when", *parts, f"{STEP}then '{level}'"]


def _weighed(linkage: Linkage) -> list[str]:
    """What each comparison weighs."""
    lines = ["select", f"{STEP}*,"]
    for name, comparison in linkage.book.comparisons.items():
        lines += [f"{STEP}case {name}_level"]
        for level_name, level in comparison.levels.items():
            weight = f"{linkage.weight(name, level_name):.6f}"
            rarity = f" + {level.rarity_of}_rarity" if level.rarity_of else ""
            lines += [f"{STEP * 2}when '{level_name}' then {weight}{rarity}"]
        lines += [f"{STEP * 2}else cast(0 as double)", f"{STEP}end as {name}_weight,"]
    lines[-1] = lines[-1].removesuffix(",")
    return [*lines, "", "from compared"]


def _summed(linkage: Linkage) -> list[str]:
    """All weights together."""
    names = list(linkage.book.comparisons)
    return [
        "select",
        f"{STEP}*,",
        f"{STEP}prior_weight",
        *(f"{STEP}+ {name}_weight" for name in names[:-1]),
        f"{STEP}+ {names[-1]}_weight as match_weight",
        "",
        "from weighed",
    ]


def _result(linkage: Linkage) -> list[str]:
    """The columns of the model, in powers of two and as a probability."""
    lines = [
        "-- Weights are powers of two; their sum as a probability, never certain, is the score.",
        "select",
        f"{STEP}record_id,",
        f"{STEP}known_id,",
    ]
    for name in linkage.book.comparisons:
        lines += [f"{STEP}{name}_level,", f"{STEP}round({name}_weight, 4) as {name}_weight,"]
    required = [
        f"{name}_level not in ('missing', '{linkage.book.comparisons[name].last}')"
        for name in linkage.required
    ]
    lines += [
        f"{STEP}round(prior_weight, 4) as prior_weight,",
        f"{STEP}round(match_weight, 4) as match_weight,",
        f"{STEP}least(round(1 / (1 + power(2, -match_weight)), 6), 0.999999) as score,",
        f"{STEP}{' and '.join(required) or 'true'} as has_required",
        "",
        "from summed",
    ]
    return lines
