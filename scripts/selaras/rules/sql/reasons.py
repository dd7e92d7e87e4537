"""The view of reasons: each criterion of each verdict, put together when someone reads it."""

from selaras.rules.check.book import HAS_COMPONENT, Book, CheckedRule
from selaras.rules.expression.rendering import STEP
from selaras.rules.expression.tree import Fact, facts_in
from selaras.rules.sql.component_people import component_people
from selaras.rules.sql.pieces import INNER, cte, listed, model, reading

FILE = "rules/*.yml"
IDS = ("programme_id", "person_id", "household_id", "as_of_date")
JUDGED = ("criterion_id", "outcome", "is_contested", "is_near_miss", "branches", "people")
KNOWN = ("basis", "status", "says_id", "says_en")
IN_FORCE = "is_in_force"
TALL, LONG = 52, 44
NEXT = f",\n{STEP}"
NEW_LINE = "\n"


def fct_eligibility_reason(book: Book) -> str:
    """One row per judged unit and criterion; only what is asked for is looked up."""
    ctes = [reading(f"elig_{each.programme}", f"elig_{each.programme}") for each in book.rules]
    ctes += [reading(name, name) for name in ("criterion", "requirement")]
    if any(each.has_components for each in book.rules):
        ctes.append(component_people())
    ctes += [_reasons(each) for each in book.rules]
    units = [unit for unit in ("person", "household") if _of_unit(book, unit)]
    for unit in units:
        ctes += [_union(book, unit), _observed(book, unit)]
    ctes.append(cte("observed", _stacked([f"from {unit}_observed" for unit in units], ["*"])))
    columns = [f"observed.{name}" for name in (*IDS, *JUDGED[:-1], "observed")]
    columns.append("criterion.position")
    columns += ["requirement.required", *(f"criterion.{name}" for name in KNOWN)]
    joins = [
        "from observed",
        "inner join criterion",
        "    on",
        "        observed.programme_id = criterion.programme_id",
        "        and observed.criterion_id = criterion.criterion_id",
        "left join requirement",
        "    on",
        "        observed.programme_id = requirement.programme_id",
        "        and observed.criterion_id = requirement.criterion_id",
        "        and observed.as_of_date >= requirement.valid_from",
        "        and (",
        "            observed.as_of_date < requirement.valid_to",
        "            or requirement.valid_to is null",
        "        )",
    ]
    return model(FILE, ctes, ["select", *listed(columns), "", *joins])


def seen_by(checked: CheckedRule, name: str) -> list[Fact]:
    """The facts that one criterion reads."""
    if name == IN_FORCE:
        return [Fact("as_of_date")]
    return facts_in(checked.judgements[name].condition)


def _of_unit(book: Book, unit: str) -> list[CheckedRule]:
    """The rules that judge persons, or households."""
    return [each for each in book.rules if each.rule.unit == unit]


def _reasons(checked: CheckedRule) -> str:
    """The criteria of one programme as rows."""
    elig = f"elig_{checked.programme}"
    outcomes = {name: f"{elig}.{name}" for name in (IN_FORCE, *checked.judgements)}
    branches = {
        name: _named_values(
            [(branch, _text(f"{elig}.{name}__{branch}")) for branch in each.branches]
        )
        for name, each in checked.judgements.items()
        if each.branches
    }
    # A plain null lets those who ask for one person skip the rules on households.
    nobody = {"person_id": "cast(null as varchar) as person_id"}
    own = {} if checked.rule.unit == "person" else nobody
    people = "cast(null as varchar) as people"
    joins = [
        f"from {elig}",
        "inner join criterion",
        f"    on {elig}.programme_id = criterion.programme_id",
    ]
    if checked.has_components:
        people = "component_people.people"
        joins += [
            "left join component_people",
            "    on",
            f"        {elig}.programme_id = component_people.programme_id",
            f"        and {elig}.household_id = component_people.household_id",
        ]
    columns = [
        *(own.get(name, f"{elig}.{name}") for name in IDS),
        "criterion.criterion_id",
        f"{_by_criterion(outcomes)} as outcome",
        f"contains(\n    concat(', ', {elig}.contested_criteria, ','),\n"
        "    concat(', ', criterion.criterion_id, ',')\n) as is_contested",
        f"{elig}.unmet_criteria = criterion.criterion_id as is_near_miss",
        f"{_by_criterion(branches)} as branches"
        if branches
        else "cast(null as varchar) as branches",
        people,
    ]
    return cte(f"{checked.programme}_reason", ["select", *listed(columns), "", *joins])


def _union(book: Book, unit: str) -> str:
    """The reasons of all programmes that judge one kind of unit."""
    sources = [f"from {each.programme}_reason" for each in _of_unit(book, unit)]
    return cte(f"{unit}_reason", _stacked(sources, [*IDS, *JUDGED]))


def _stacked(sources: list[str], columns: list[str]) -> list[str]:
    """The same columns of several steps, one under another."""
    lines: list[str] = []
    for each in sources:
        lines += ["", "union all", ""] if lines else []
        head = [f"select {columns[0]}"] if len(columns) == 1 else ["select", *listed(columns)]
        lines += [*head, each]
    return lines


def _observed(book: Book, unit: str) -> str:
    """What was seen of the facts of each criterion, as text; a question mark is unknown."""
    step = f"{unit}_reason"
    columns = [f"{step}.{name}" for name in (*IDS, *JUDGED)]
    columns.append("\n".join(["case", *_seen_lines(book, unit), "end as observed"]))
    joins = [
        f"from {step}",
        f"inner join {{{{ ref('dim_{unit}') }}}} as dim_{unit}",
        f"    on {step}.{unit}_id = dim_{unit}.{unit}_id",
    ]
    if unit == "person":
        joins += [
            "left join {{ ref('dim_household') }} as dim_household",
            f"    on {step}.household_id = dim_household.household_id",
        ]
    return cte(f"{unit}_observed", ["select", *listed(columns), "", *joins])


def _seen_lines(book: Book, unit: str) -> list[str]:
    """What is seen by each criterion: told by its name where all programmes see the same."""
    seen: dict[str, dict[str, list[Fact]]] = {}
    for checked in _of_unit(book, unit):
        for name in (IN_FORCE, *checked.judgements):
            seen.setdefault(name, {})[checked.programme] = seen_by(checked, name)
    lines = []
    for name, by_programme in seen.items():
        shared = len(set(map(tuple, by_programme.values()))) == 1
        for programme, facts in list(by_programme.items())[: 1 if shared else None]:
            lines += [f"{STEP}when", f"{STEP * 2}{unit}_reason.criterion_id = '{name}'"]
            lines += [] if shared else [f"{STEP * 2}and {unit}_reason.programme_id = '{programme}'"]
            text = _named_values([_seen(fact, unit) for fact in facts])
            lines.append(f"{STEP * 2}then {text.replace(NEW_LINE, NEW_LINE + STEP * 2)}")
    return lines


def _seen(fact: Fact, unit: str) -> tuple[str, str]:
    """The name of a fact and where its value stands."""
    if fact == HAS_COMPONENT:
        return str(fact), f"{unit}_reason.people, {_text(f'{unit}_reason.outcome')}"
    table = "dim_household" if fact.of_household else f"dim_{unit}"
    return str(fact), _text(f"{table}.{fact.name}")


def _text(source: str) -> str:
    """A column as text."""
    if len(source) > LONG:
        return f"cast(\n{STEP * 2}{source}\n{STEP * 2}as varchar\n{STEP})"
    return f"cast({source} as varchar)"


def _by_criterion(values: dict[str, str]) -> str:
    """A value that depends on the criterion."""
    return _by_key("criterion.criterion_id", values)


def _by_key(key: str, values: dict[str, str]) -> str:
    """A case over texts, with each value on its own line where it must be."""
    lines = []
    for name, value in values.items():
        line = f"{STEP}when '{name}' then {value}"
        if "\n" in value or len(line) > INNER:
            body = value.replace("\n", f"\n{STEP * 2}")
            line = f"{STEP}when '{name}'\n{STEP * 2}then {body}"
        lines.append(line)
    return "\n".join([f"case {key}", *lines, "end"])


def _named_values(pairs: list[tuple[str, str]]) -> str:
    """Names with their values as one text."""
    texts = []
    for name, source in pairs:
        value = f"coalesce({source}, '?')"
        if len(value) > TALL:
            value = f"coalesce(\n{STEP}{source.replace(', ', NEXT)},\n{STEP}'?'\n)"
        body = value.replace("\n", f"\n{STEP}")
        texts.append(f"concat(\n{STEP}'{name} = ',\n{STEP}{body}\n)")
    if len(texts) == 1:
        return texts[0]
    return "\n".join(["concat_ws(", *listed(["', '", *texts]), ")"]) if texts else "''"
