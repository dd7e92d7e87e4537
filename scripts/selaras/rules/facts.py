"""The models over all programmes: fct_eligibility and the view of reasons."""

from selaras.rules.book import HAS_COMPONENT, Book, CheckedRule, Judgement
from selaras.rules.eligibility import reads_household
from selaras.rules.expression import facts_in
from selaras.rules.properties import dump
from selaras.rules.rendering import STEP
from selaras.rules.sql import INNER, cte, listed, model, reading

FILE = "rules/*.yml"
VERDICT = (
    *("programme_id", "unit", "person_id", "household_id", "as_of_date", "verdict"),
    *("is_enrolled", "unmet_criteria", "unknown_criteria", "missing_facts"),
    *("contested_criteria", "entitled_amount", "possible_amount", "rule_digest"),
)
COVERAGE = """case
    when verdict = 'undetermined' then 'open'
    when verdict = 'eligible' and is_enrolled then 'reached'
    when verdict = 'eligible' then 'missed'
    when is_enrolled then 'leaked'
    else 'outside'
end as coverage"""


def fct_eligibility(book: Book) -> str:
    """The union of all verdicts, with what they mean beside the list."""
    names = [checked.programme for checked in book.rules]
    ctes = [reading(f"elig_{name}", f"elig_{name}") for name in names]
    lines: list[str] = []
    for name in names:
        lines += ["", "union all", ""] if lines else []
        lines += ["select", *listed(list(VERDICT)), f"from elig_{name}"]
    ctes.append(cte("judged", lines))
    at = VERDICT.index("is_enrolled") + 1
    columns = [*VERDICT[:at], COVERAGE, *VERDICT[at:]]
    return model(FILE, ctes, ["select", *listed(columns), "", "from judged"])


def fct_eligibility_reason(book: Book) -> str:
    """One row per judged unit and criterion, put together when someone reads it."""
    ctes = [reading(f"elig_{each.programme}", f"elig_{each.programme}") for each in book.rules]
    ctes += [
        reading(name, name) for name in ("dim_person", "dim_household", "criterion", "requirement")
    ]
    ctes += [_reasons(checked) for checked in book.rules]
    lines: list[str] = []
    columns = ["programme_id", "person_id", "household_id", "as_of_date", "criterion_id"]
    columns += ["outcome", "is_contested", "is_near_miss", "observed"]
    for checked in book.rules:
        lines += ["", "union all", ""] if lines else []
        lines += ["select", *listed(columns), f"from {checked.programme}_reason"]
    ctes.append(cte("reason", lines))
    final = [f"reason.{name}" for name in columns]
    # Before its first figure is in force a requirement names it instead.
    final += ["coalesce(requirement.required, criterion.condition) as required"]
    final += [f"criterion.{name}" for name in ("basis", "status", "says_id", "says_en")]
    joins = [
        "from reason",
        "inner join criterion",
        "    on",
        "        reason.programme_id = criterion.programme_id",
        "        and reason.criterion_id = criterion.criterion_id",
        "left join requirement",
        "    on",
        "        reason.programme_id = requirement.programme_id",
        "        and reason.criterion_id = requirement.criterion_id",
        "        and reason.as_of_date >= requirement.valid_from",
        "        and (",
        "            reason.as_of_date < requirement.valid_to",
        "            or requirement.valid_to is null",
        "        )",
    ]
    return model(FILE, ctes, ["select", *listed(final), "", *joins])


def _reasons(checked: CheckedRule) -> str:
    """The criteria of one programme as rows."""
    elig, unit = f"elig_{checked.programme}", checked.rule.unit
    criteria = ["is_in_force", *checked.judgements]
    outcomes = "\n".join(_outcome(elig, name) for name in criteria)
    observed = "\n".join(_observed(checked, name) for name in checked.judgements)
    columns = [f"{elig}.{name}" for name in ("programme_id", "person_id", "household_id")]
    columns += [
        f"{elig}.as_of_date",
        "criterion.criterion_id",
        f"case criterion.criterion_id\n{outcomes}\nend as outcome",
        f"contains(\n    concat(', ', {elig}.contested_criteria, ','),\n"
        "    concat(', ', criterion.criterion_id, ',')\n) as is_contested",
        f"{elig}.unmet_criteria = criterion.criterion_id\n"
        f"and {elig}.unknown_criteria = '' as is_near_miss",
        f"case criterion.criterion_id\n{observed}\nend as observed",
    ]
    joins = [
        f"from {elig}",
        "inner join criterion",
        f"    on {elig}.programme_id = criterion.programme_id",
        f"left join dim_{unit}",
        f"    on {elig}.{unit}_id = dim_{unit}.{unit}_id",
    ]
    if reads_household(checked):
        joins += [
            "left join dim_household",
            f"    on {elig}.household_id = dim_household.household_id",
        ]
    return cte(f"{checked.programme}_reason", ["select", *listed(columns), "", *joins])


def _outcome(elig: str, name: str) -> str:
    """The branch that gives the outcome of one criterion, on two lines where it must be."""
    line = f"{STEP}when '{name}' then {elig}.{name}"
    if len(line) <= INNER:
        return line
    return f"{STEP}when '{name}'\n{STEP * 2}then {elig}.{name}"


def _observed(checked: CheckedRule, name: str) -> str:
    """What was seen of the facts of one criterion, as text; a question mark is unknown."""
    judgement: Judgement = checked.judgements[name]
    seen = []
    for fact in facts_in(judgement.condition):
        table = "dim_household" if fact.of_household else f"dim_{checked.rule.unit}"
        source = f"{table}.{fact.name}"
        if fact == HAS_COMPONENT and checked.has_components:
            source = f"elig_{checked.programme}.{name}"
        seen.append((str(fact), source))
    if not seen:
        return f"    when '{name}' then ''"
    arguments = [
        f"concat(\n    '{label} = ',\n    coalesce(\n        cast({source} as varchar),\n"
        "        '?'\n    )\n)"
        for label, source in seen
    ]
    if len(arguments) == 1:
        lines = arguments[0].split("\n")
    else:
        lines = ["concat_ws(", *listed(["', '", *arguments]), ")"]
    body = "\n".join(f"        {line}" for line in lines).lstrip()
    return f"    when '{name}'\n        then {body}"


def fact_properties() -> str:
    """The properties of both models."""
    eligibility = {
        "name": "fct_eligibility",
        "description": (
            "Every verdict beside the lists. One row per judged person or household and programme."
        ),
        "config": {"materialized": "view"},
        "columns": [
            {"name": "programme_id", "description": "Programme.", "data_tests": ["not_null"]},
            {
                "name": "coverage",
                "description": (
                    "reached (eligible and enrolled), missed (eligible, not enrolled), leaked "
                    "(enrolled, not eligible), open (undetermined) or outside."
                ),
            },
            {
                "name": "entitled_amount",
                "description": "Rupiah per month due for certain; null unless eligible.",
            },
            {
                "name": "possible_amount",
                "description": "Rupiah per month if all that is open turns out true.",
            },
        ],
    }
    reason = {
        "name": "fct_eligibility_reason",
        "description": (
            "Why a verdict is what it is. "
            "One row per judged person or household, programme and criterion."
        ),
        "config": {"materialized": "view"},
    }
    return dump(FILE, {"models": [eligibility, reason]})
