"""Judging again: the same rules over states of people and families that were, or might have been.

A state is a row of the tables in `STATES`: whatever facts, on whatever day, under an id of its
own. Who wants to know what would be puts rows there; the SQL that judges them is the same as
that of today's verdicts, by the same hand.
"""

from selaras.rules.check.book import HAS_COMPONENT, Book, CheckedRule
from selaras.rules.expression.tree import Expression, facts_in, parameters_in
from selaras.rules.sql.all_programmes import COVERAGE
from selaras.rules.sql.components import component_conditions
from selaras.rules.sql.eligibility import Inputs, eligibility_model
from selaras.rules.sql.pieces import cte, listed, model, reading
from selaras.rules.sql.widening import widened

FILE = "rules/*.yml"
STATES = Inputs("was_person", "was_household", "was_enrolment", "was_objection", by_programme=True)
JUDGED = (
    *("programme_id", "unit", "person_id", "household_id", "as_of_date", "verdict"),
    *("is_enrolled", "unmet_criteria", "unknown_criteria", "entitled_amount", "possible_amount"),
)
LONG = "-- noqa: disable=LT05\n"  # a figure of a state takes more room than a parameter
BENEFIT, APPLIES_TO = "benefit", "applies_to"
Reading = tuple[str, str, str, str]


def again_model(checked: CheckedRule) -> str:
    """The text of models/cause/again/again_<programme>.sql."""
    return LONG + eligibility_model(checked, STATES)


def judged_again(book: Book) -> str:
    """The verdict on every state that is judged again, of all programmes."""
    names = [checked.programme for checked in book.rules]
    ctes = [reading(f"again_{name}", f"again_{name}") for name in names]
    lines: list[str] = []
    for name in names:
        lines += ["", "union all", ""] if lines else []
        lines += ["select", *listed(list(JUDGED)), f"from again_{name}"]
    ctes.append(cte("judged", lines))
    state = "case\n    when unit = 'person' then person_id\n    else household_id\nend as state_id"
    columns = [JUDGED[0], state, *JUDGED[4:7], COVERAGE, *JUDGED[7:]]
    return model(FILE, ctes, ["select", *listed(columns), "", "from judged"])


def readings(book: Book) -> list[Reading]:
    """Programme, what it reads (person, household, parameter), its name, and what reads it."""
    return [row for each in book.rules for row in _readings(widened(each))]


def _readings(checked: CheckedRule) -> list[Reading]:
    """What the criteria, the amounts and the range of one rule read, each thing once."""
    found: dict[tuple[str, str, str], list[str]] = {}
    for reader, trees, unit in _readers(checked):
        for fact in facts_in(*trees):
            if fact != HAS_COMPONENT:
                kind = "household" if fact.of_household else unit
                found.setdefault((checked.programme, kind, fact.name), []).append(reader)
        for parameter in parameters_in(*trees):
            key = (checked.programme, "parameter", parameter.name)
            found.setdefault(key, []).append(reader)
    return [(*key, ", ".join(dict.fromkeys(readers))) for key, readers in found.items()]


def _readers(checked: CheckedRule) -> list[tuple[str, list[Expression], str]]:
    """Whatever reads facts, with its trees and the unit whose facts bear no prefix in them."""
    unit = checked.rule.unit
    found = [(name, [each.condition], unit) for name, each in checked.judgements.items()]
    amounts = {name: tree for name, tree in checked.amounts.items()}
    if checked.has_components:
        conditions = list(component_conditions(checked).values())
        found += [
            (name, conditions, "person")
            for name, each in checked.judgements.items()
            if HAS_COMPONENT in facts_in(each.condition)
        ]
        found.append((BENEFIT, [*conditions, *amounts.values()], "person"))
    else:
        found.append((BENEFIT, list(amounts.values()), unit))
    if checked.applies_to:
        found.append((APPLIES_TO, [checked.applies_to], unit))
    return found
