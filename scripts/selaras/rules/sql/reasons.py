"""The view of reasons: each criterion of each verdict, put together when someone reads it."""

from selaras.rules.check.book import HAS_COMPONENT, Book, CheckedRule
from selaras.rules.expression.rendering import STEP, WIDTH
from selaras.rules.expression.tree import Fact, facts_in
from selaras.rules.sql.component_people import component_people
from selaras.rules.sql.pieces import cte, listed, model, reading, wrapped

FILE = "rules/*.yml"
IDS = ("programme_id", "person_id", "household_id", "as_of_date")
JUDGED = (
    *("criterion_id", "outcome", "contested_criteria", "unmet_criteria", "unknown_criteria"),
    "branches",
)
KNOWN = ("basis", "status")
IN_FORCE = "is_in_force"
# Nothing is offered to who is known to be dead, whatever a rule asks.
LIFE = {"person": "is_alive", "household": "has_living_member"}
DEEP = WIDTH - len(STEP) * 5 - len("then ")  # what is left of a line within two cases
REASON = [
    *(f"reason.{name}" for name in (*IDS, "criterion_id", "outcome")),
    f"contains(\n{STEP}concat(', ', reason.contested_criteria, ','),\n"
    f"{STEP}concat(', ', reason.criterion_id, ',')\n) as is_contested",
    f"reason.unmet_criteria = reason.criterion_id\nand reason.criterion_id != '{IN_FORCE}'\n"
    "and reason.unknown_criteria = ''\nand not reason.is_gone as is_near_miss",
    *("reason.branches", "reason.observed", "criterion.position", "requirement.required"),
    *(f"criterion.{name}" for name in KNOWN),
    *("requirement.says_id", "requirement.says_en"),
]
LOOKED_UP = [
    "from reason",
    "inner join criterion",
    "    on",
    "        reason.programme_id = criterion.programme_id",
    "        and reason.criterion_id = criterion.criterion_id",
    "inner join requirement",  # has the days on which the criterion is asked for
    "    on",
    "        reason.programme_id = requirement.programme_id",
    "        and reason.criterion_id = requirement.criterion_id",
    "        and reason.as_of_date >= requirement.valid_from",
    "        and (",
    "            reason.as_of_date < requirement.valid_to",
    "            or requirement.valid_to is null",
    "        )",
]


def fct_eligibility_reason(book: Book) -> str:
    """One row per judged unit and criterion; only what is asked for is looked up."""
    units = [unit for unit in ("person", "household") if _of_unit(book, unit)]
    ctes = [reading(unit, f"dim_{unit}") for unit in ("person", "household")]
    ctes += [reading(name, name) for name in ("criterion", "requirement")]
    if any(each.has_components for each in book.rules):
        ctes.append(component_people())
    for unit in units:
        outcomes = [_outcomes(each) for each in _of_unit(book, unit)]
        ctes += [cte(f"{unit}_outcome", _stacked(outcomes)), _observed(book, unit)]
    ctes.append(cte("reason", _stacked([["select *", f"from {unit}_reason"] for unit in units])))
    return model(FILE, ctes, ["select", *listed(REASON), "", *LOOKED_UP])


def seen_by(checked: CheckedRule, name: str) -> list[Fact]:
    """The facts that one criterion reads."""
    if name == IN_FORCE:
        return [Fact("as_of_date")]
    return facts_in(checked.judgements[name].condition)


def _of_unit(book: Book, unit: str) -> list[CheckedRule]:
    """The rules that judge persons, or households."""
    return [each for each in book.rules if each.rule.unit == unit]


def _stacked(queries: list[list[str]]) -> list[str]:
    """Queries of the same columns, one under another."""
    first, *others = queries
    return [*first, *(line for each in others for line in ("", "union all", "", *each))]


def _outcomes(checked: CheckedRule) -> list[str]:
    """The criteria of one programme as rows."""
    # A plain null lets those who ask for one person skip the rules on households.
    nobody = {"person_id": "cast(null as varchar) as person_id"}
    own = {} if checked.rule.unit == "person" else nobody
    columns = [own.get(name, name) for name in (*IDS, *JUDGED[:-1])]
    return [
        "select",
        *listed([*columns, _branches(checked)]),
        "",
        f"from {{{{ ref('elig_{checked.programme}') }}}}",
        "unpivot include nulls (",
        f"{STEP}outcome for criterion_id in (",
        *wrapped([IN_FORCE, *checked.judgements], STEP * 2),
        f"{STEP})",
        ")",
    ]


def _branches(checked: CheckedRule) -> str:
    """Which way of a criterion held, where it has several."""
    cases = {
        name: _seen(list(each.branches), f"{name}__")
        for name, each in checked.judgements.items()
        if each.branches
    }
    if not cases:
        return "cast(null as varchar) as branches"
    return "\n".join(["case criterion_id", *_when(cases), "end as branches"])


def _observed(book: Book, unit: str) -> str:
    """What was seen of the facts of each criterion, as text; a question mark is unknown."""
    step = f"{unit}_outcome"
    seen = [f"case {step}.criterion_id", *_when(_cases(book, unit)), "end as observed"]
    joins = [f"from {step}", f"inner join {unit}", f"    on {step}.{unit}_id = {unit}.{unit}_id"]
    if unit == "person":
        joins += ["left join household", f"    on {step}.household_id = household.household_id"]
    elif any(each.has_components for each in book.rules):
        joins += [
            "left join component_people",
            "    on",
            f"        {step}.programme_id = component_people.programme_id",
            f"        and {step}.household_id = component_people.household_id",
        ]
    gone = "false as is_gone"
    if LIFE[unit] in getattr(book.vocabulary, unit):
        gone = f"coalesce(not {unit}.{LIFE[unit]}, false) as is_gone"
    columns = [f"{step}.*", gone, "\n".join(seen)]
    return cte(f"{unit}_reason", ["select", *listed(columns), "", *joins])


def _cases(book: Book, unit: str) -> dict[str, str]:
    """What is seen by each criterion; by its programme too where they see different facts."""
    seen: dict[str, dict[str, tuple[Fact, ...]]] = {}
    for checked in _of_unit(book, unit):
        for name in (IN_FORCE, *checked.judgements):
            seen.setdefault(name, {})[checked.programme] = tuple(seen_by(checked, name))
    cases = {}
    for name, by_programme in seen.items():
        texts = {programme: _facts(facts, unit) for programme, facts in by_programme.items()}
        cases[name] = next(iter(texts.values()))
        if len(set(texts.values())) > 1:
            key = f"case {unit}_outcome.programme_id"
            cases[name] = "\n".join([key, *_when(texts, 4), "end"])
    return cases


def _facts(facts: tuple[Fact, ...], unit: str) -> str:
    """The facts with their values, and for components the people who are in them."""
    names = [str(fact) for fact in facts]
    if HAS_COMPONENT not in facts:
        return _seen(names, f"{unit}.")
    at = facts.index(HAS_COMPONENT)
    sources = ["component_people.people", f"cast({unit}_outcome.outcome as varchar)", "'?'"]
    shown = "\n".join(["coalesce(", *listed(sources), ")"])
    people = "\n".join(["concat(", *listed([f"'{HAS_COMPONENT} = '", shown]), ")"])
    parts = [_seen(names[:at], f"{unit}.")] if at else []
    parts += [people, *([_seen(names[at + 1 :], f"{unit}.")] if names[at + 1 :] else [])]
    return (
        parts[0] if len(parts) == 1 else "\n".join(["concat_ws(", *listed(["', '", *parts]), ")"])
    )


def _seen(names: list[str], prefix: str) -> str:
    """Names with their values as one text."""
    if not names:
        return "''"
    quoted = [f"'{name}'" for name in names]
    line = f"{{{{ seen([{', '.join(quoted)}], '{prefix}') }}}}"
    if len(line) <= DEEP:
        return line
    return "\n".join(["{{ seen([", *wrapped(quoted, STEP, DEEP), f"], '{prefix}') }}}}"])


def _when(cases: dict[str, str], depth: int = 2) -> list[str]:
    """The branches of a case, each value on the line of its key where there is room."""
    lines = []
    for name, value in cases.items():
        first, *others = value.split("\n")
        line = f"{STEP}when '{name}' then {first}"
        if not first.startswith("case ") and len(line) + len(STEP) * depth <= WIDTH:
            lines += [line, *(f"{STEP}{each}" for each in others)]
        else:
            lines += [f"{STEP}when '{name}'", f"{STEP * 2}then {first}"]
            lines += [f"{STEP * 2}{each}" for each in others]
    return lines
