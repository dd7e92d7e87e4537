"""The grammar of overlaps.yml, programmes.yml and vocabulary.yml."""

from datetime import date
from itertools import combinations, product
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from selaras.rules.grammar import Level, Name, Status, Strict, Text, Unit, Words
from selaras.rules.grammar_example import OverlapExample

Side = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*(:[a-z][a-z0-9_]*)?$")]
DATA_FINDINGS = (
    "double_payment",
    "person_in_two_families",
    "deceased_recipient",
    "moved_out_recipient",
    "deactivated_recipient",
)


# Sides that are no programmes: what is known of a person, built in models/overlap/listed_side.sql.
STANDINGS = ("formal_employment",)


class Limit(Strict):
    """The most that a person or family may have at one time."""

    value: int = Field(ge=0)
    counts: Literal["people", "rupiah"] = Field(description="Rupiah are per month.")
    status: Status
    source: Text
    review_by: date | None = None


class Overlap(Strict):
    """How two benefits of the same person or household go together."""

    kind: Literal[
        "exclusive",
        "same_purpose",
        "complement",
        "conditional",
        "segment",
        "sequential",
        "cap",
        "info",
    ]
    scope: Unit
    between: list[Side | list[Side]] = Field(
        min_length=1,
        max_length=13,
        description="Every side is set against every other; those in one inner list are not.",
    )
    valid_from: date
    valid_to: date | None = None
    keep: Name | None = Field(default=None, description="The side the published rule lets stand.")
    expects: Name | None = Field(
        default=None,
        description="Of a complement: the side whose absence beside the other is a gap.",
    )
    allowed_if: Literal["has_debit_letter"] | None = Field(
        default=None, description="Of a conditional: the fact of the person that allows both."
    )
    at_most: Limit | None = Field(default=None, description="Of a cap or info: the limit.")
    review_agency: Name | None = Field(default=None, description="Who decides.")
    says: Words
    basis: Text
    status: Status
    source: Text | None = None
    examples: list[OverlapExample] = Field(
        default_factory=list, description="At least one that gives a finding and one that does not."
    )

    def sides(self) -> list[str]:
        """Every side once, in the order in which it is written."""
        groups = [each if isinstance(each, list) else [each] for each in self.between]
        return [side for group in groups for side in group]

    def pairs(self) -> list[tuple[str, str | None]]:
        """The sides that are set against each other, or each side alone where there is a limit."""
        if self.at_most:
            return [(side, None) for side in self.sides()]
        groups = [each if isinstance(each, list) else [each] for each in self.between]
        return [pair for one, other in combinations(groups, 2) for pair in product(one, other)]


class DataFinding(Strict):
    """One of the findings that are always looked for."""

    scope: Unit
    review_agency: Name | None = None
    says: Words
    basis: Text
    status: Status
    source: Text | None = None


class OverlapBook(Strict):
    """rules/overlaps.yml."""

    overlaps: dict[Name, Overlap]
    always: dict[Name, DataFinding]


class Agency(Strict):
    """An agency that owns programmes or decides on findings."""

    title: Words
    level: Level


class Programme(Strict):
    """A programme that has no rule file yet."""

    title: Words
    owner: Name
    level: Level
    unit: Unit
    purpose: list[Name] = Field(min_length=1)
    basis: Text


class Register(Strict):
    """rules/programmes.yml."""

    agencies: dict[Name, Agency]
    programmes: dict[Name, Programme]


class FactEntry(Strict):
    """One fact that conditions may use: a typed column of a conformed table."""

    type: Literal["boolean", "integer", "text", "date"]
    description: Text
    unit: Text | None = None
    minimum: int | date | None = Field(default=None, description="The least that it can be.")
    maximum: int | date | None = Field(default=None, description="The most that it can be.")
    values: list[str] | None = Field(default=None, description="All values that a text can have.")


class VocabularyBook(Strict):
    """rules/vocabulary.yml."""

    person: dict[Name, FactEntry]
    household: dict[Name, FactEntry]
