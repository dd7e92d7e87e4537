"""What an item says, in words: names and sentences in both languages in place of codes.

Titles of programmes and facts come from the rule book, headings from the contracts of the lists,
all else from the messages.
"""

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

import duckdb

from selaras.lists import layouts
from selaras.messages import catalogue
from selaras.outbox.layout import both

Both = tuple[str, str]
# What outbox.item tells as evidence, in the order in which it does.
EVIDENCE = (
    *("rows", "row_count", "benefits", "life_status", "life_status_on", "unmet", "match"),
    *("reason", "verdicts", "national_decile"),
)
# The domain of the rule book's words that a piece of evidence is of.
DOMAINS = {"life_status": "life_status", "match": "match_method", "reason": "quarantine_reason"}
_APART = re.compile(f"; (?=(?:{'|'.join(EVIDENCE)}) = )")
_DAY = r"\d{4}-\d\d-\d\d"
_RUNNING = re.compile(rf"(.+?)(?: ({_DAY}))? \.\.(?: ({_DAY}))?")
_UNKNOWN = "not known"
KEPT = 10_000  # so many phrases are put together once


class Item(NamedTuple):
    """A row of outbox.item, as far as an agency gets to see it."""

    item_id: str
    item_rank: int
    own_file: str | None
    line: int | None
    own_number: str | None
    nik: str | None
    no_kk: str | None
    full_name: str | None
    birth_date: str | None
    place: str | None
    district_name: str | None
    programme_id: str | None
    source: str | None
    table_name: str | None
    column_name: str | None
    current_value: str | None
    proposed_value: str | None
    says_id: str | None
    says_en: str | None
    evidence: str | None
    reason_id: str
    basis: str | None
    monthly_amount: int | None
    settles: int | None
    certainty: float | None
    seal: str
    follow_up: str
    answer: str | None
    answered_on: date | None
    days_since_answer: int | None


# What the rule book calls codes; a fact that people and families have is called as of people.
CODES = """
    select domain, code, label_indonesian, label_english from reference.code_label
    union all
    select 'fact', fact_id, max_by(title_id, unit), max_by(title_en, unit)
    from reference.fact
    group by fact_id
"""
AS_THEY_ARE = Item._fields.index("programme_id")  # so many cells come first


class Words:
    """The words for the codes of items, read from the warehouse once."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._codes = {
            (domain, code): (first, other)
            for domain, code, first, other in connection.sql(CODES).fetchall()
        }
        self._headings = {
            (layout.source, layout.table, column.name): column.header
            for layout in layouts()
            for column in layout.columns
        }

    def told(self, item: Item) -> tuple[object, ...]:
        """An item as the cells of a workbook, up to the answers, then its seal."""
        proof = [self._proof(part) for part in _APART.split(item.evidence or "")]
        return (
            *item[:AS_THEY_ARE],
            self._programme(item.programme_id),
            self._column(item),
            item.current_value,
            item.proposed_value,
            item.says_id,
            item.says_en,
            "; ".join(each[0] for each in proof if each[0]) or None,
            "; ".join(each[1] for each in proof if each[1]) or None,
            status(item),
            basis(item.basis),
            item.monthly_amount,
            item.settles,
            item.certainty,
            item.seal,
        )

    @lru_cache(maxsize=KEPT)  # noqa: B019
    def _programme(self, code: str | None) -> str | None:
        """A programme by its titles."""
        return beside(self._code("programme", code)) if code else None

    def _code(self, domain: str, code: str) -> Both:
        """What the rule book calls a code; the code itself where it is none of the domain."""
        return self._codes.get((domain, code), (code, code))

    def _column(self, item: Item) -> str | None:
        """The heading of a column of the agency's list, or the titles of facts."""
        if item.column_name is None:
            return None
        heading = self._headings.get((item.source, item.table_name, item.column_name))
        if item.reason_id != "unknown_here":
            return heading or item.column_name
        facts = item.column_name.split(", ")
        return "; ".join(beside(self._code("fact", fact)) for fact in facts)

    @lru_cache(maxsize=KEPT)  # noqa: B019, there is one of this class in a run
    def _proof(self, part: str) -> Both:
        """One piece of evidence as a phrase in both languages; the rules unmet are told already."""
        name, _, value = part.partition(" = ")
        if name in ("", "unmet"):
            return "", ""
        if name == "benefits":
            return self._benefits(value)
        if name == "national_decile":
            title = self._code("fact", name)
            return f"{title[0]}: {value}", f"{title[1]}: {value}"
        words = self._code(DOMAINS.get(name, ""), value)
        first, other = (catalogue()[f"outbox.proof_{name}"][each] for each in ("id", "en"))
        return first.format(value=words[0]), other.format(value=words[1])

    def _benefits(self, value: str) -> Both:
        """Programmes and the days that they run together, the last one named."""
        codes, first, after = _RUNNING.fullmatch(value).groups()
        names = [self._code("programme", code) for code in codes.split(" + ")]
        last = date.fromisoformat(after) - timedelta(days=1) if after else None
        days = {"first": first, "last": last}
        shape = "_".join(["proof_benefits", *(name for name, day in days.items() if day)])
        told = both(shape, benefits="{benefits}", **days)
        return (
            told[0].format(benefits=" + ".join(name[0] for name in names)),
            told[1].format(benefits=" + ".join(name[1] for name in names)),
        )


def beside(words: Both) -> str:
    """Both languages in one cell; once where they are the same."""
    return words[0] if words[0] == words[1] else f"{words[0]} / {words[1]}"


@lru_cache(maxsize=KEPT)
def basis(text: str | None) -> str | None:
    """What a rule rests on; that nobody knows it is said in words."""
    if text is None:
        return None
    parts = [
        beside(both("basis_unknown")) if each == _UNKNOWN else each for each in text.split("; ")
    ]
    return "; ".join(parts)


def status(item: Item) -> str | None:
    """What was answered before to an item that is asked again."""
    if item.follow_up == "asked":
        return None
    answer = f"_{item.answer}" if item.follow_up == "not_corrected" else ""
    values = {"day": item.answered_on, "days": item.days_since_answer}
    return beside(both(f"status_{item.follow_up}{answer}", **values))
