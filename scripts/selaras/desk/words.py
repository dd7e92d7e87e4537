"""What the warehouse says of a family, in words for a page: the same words as `explain` has."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from rich.text import Text

from selaras.cli import history
from selaras.cli.cases import case
from selaras.cli.codes import Codes
from selaras.cli.conditions import Conditions
from selaras.cli.lines import Lines
from selaras.cli.one_verdict import (
    criterion_basis,
    criterion_says,
    criterion_seen,
    fact_missing,
    verdict_means,
)
from selaras.cli.safe import made_safe
from selaras.cli.wording import told
from selaras.explain import Explanation, Verdict
from selaras.warehouse import Row

_KEY = re.compile(r" · \[dim\][^\[]*\[/\]$")
OUTCOMES = {True: "met", False: "unmet", None: "open"}


@dataclass(frozen=True)
class Criterion:
    """One criterion; `outcome` is met, unmet or open, `ways` those of which one is enough."""

    name: str
    outcome: str
    says: str
    seen: str
    basis: str
    is_contestable: bool
    ways: list[tuple[str, str]]


@dataclass(frozen=True)
class Card:
    """One judged programme of one person or of the family."""

    programme: str
    title: str
    who: str
    verdict: str
    means: str
    criteria: list[Criterion]
    missing: list[str]

    @property
    def against(self) -> list[Criterion]:
        """The criteria that stand in the way."""
        return [each for each in self.criteria if each.outcome == "unmet"]


@dataclass(frozen=True)
class Sheet:
    """Everything that is said of one person and family, as plain text.

    `open_cases` are those that people may decide on, by their id.
    """

    person: str
    family: str
    members: list[str]
    cards: list[Card]
    open_cases: dict[str, str]
    lists: dict[str, list[str]] = field(default_factory=dict)

    @property
    def is_open(self) -> bool:
        """Whether some verdict waits for a fact."""
        return any(card.verdict == "undetermined" for card in self.cards)

    @property
    def contestable(self) -> list[tuple[Card, Criterion]]:
        """The criteria that stand in the way and that an objection may override."""
        found = [(card, each) for card in self.cards for each in card.against]
        return [(card, each) for card, each in found if each.is_contestable]


def sheet(found: Explanation) -> Sheet:
    """An explanation in words; `lists` by the key of their heading, empty ones left out."""
    found = made_safe(found)
    lines = Lines(found)
    named, past = lines.naming, found.history
    lists: dict[str, tuple[list[Row], Callable[[Row], str]]] = {
        "explain.enrolments": (found.enrolments, named(lines.enrolment)),
        "explain.payments": (found.payments, lines.payment),
        "explain.findings": (found.findings, named(lines.finding)),
        "explain.cases": (found.cases, named(lambda row: case(row, found))),
        "explain.objections": (found.objections, named(lines.objection)),
        "explain.answers": (found.answers, named(lines.answer)),
        "explain.history": (
            history.changed_stretches(past.stretches),
            named(lambda row: history.stretch(row, found)),
        ),
        "explain.causes": (past.causes, lambda row: history.verdict_cause(row, found)),
        "explain.events": (past.events, named(lambda row: history.event(row, found))),
        "explain.source_rows": (found.source_rows, lines.source_row),
        "explain.refused_rows": (found.refused_rows, lines.refused_row),
    }
    return Sheet(
        _unkeyed(lines.person(found.person)) if found.person else "",
        _unkeyed(lines.family(found.household)) if found.household else "",
        [_unkeyed(lines.person(each)) for each in found.members],
        [_card(each, found) for each in found.verdicts],
        {
            str(row["case_id"]): " · ".join(plain(case(row, found)).splitlines()[:2])
            for row in found.cases
            if not row["is_settled"]
        },
        {key: [plain(line(row)) for row in rows] for key, (rows, line) in lists.items() if rows},
    )


def _card(verdict: Verdict, found: Explanation) -> Card:
    """One verdict."""
    judged, codes = verdict.judged, Codes(found.labels)
    names = {each["person_id"]: str(each["full_name"]) for each in found.members}
    contestable = {
        (each["programme_id"], each["criterion_id"])
        for each in found.criteria
        if each["is_contestable"]
    }
    conditions = Conditions(found.vocabulary, str(judged["unit"]), codes)
    return Card(
        str(judged["programme_id"]),
        plain(told(judged, "title")),
        plain(names.get(judged["person_id"], "")),
        str(judged["verdict"]),
        plain(verdict_means(judged | {"is_near_miss": False}, codes)),
        [
            Criterion(
                str(each["criterion_id"]),
                _outcome(each),
                plain(criterion_says(each)),
                plain(criterion_seen(each, conditions)),
                plain(criterion_basis(each)),
                (each["programme_id"], each["criterion_id"]) in contestable,
                [(_outcome(way), plain(told(way, "says"))) for way in each["branches"]],
            )
            for each in verdict.reasons
        ],
        [plain(fact_missing(each)) for each in verdict.missing],
    )


def _outcome(row: Row) -> str:
    """Whether something is met, unmet or open."""
    outcome = row["outcome"]
    return OUTCOMES[outcome if isinstance(outcome, bool) else None]


def _unkeyed(markup: str) -> str:
    """The same without the pseudonym at its end: by it a letter would lead to published records."""
    return plain(_KEY.sub("", markup))


def plain(markup: str) -> str:
    """Words without the marks that a terminal makes colours of."""
    return Text.from_markup(markup).plain
