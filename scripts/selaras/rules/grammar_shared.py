"""The grammar of overlaps.yml, programmes.yml and vocabulary.yml."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from selaras.rules.grammar import Level, Name, Status, Strict, Text, Unit, Words

Side = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*(:[a-z][a-z0-9_]*)?$")]
DATA_FINDINGS = (
    "double_payment",
    "person_in_two_families",
    "deceased_recipient",
    "moved_out_recipient",
    "deactivated_recipient",
)


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
    between: list[Side] = Field(min_length=2, max_length=2)
    valid_from: date
    valid_to: date | None = None
    keep: Name | None = Field(default=None, description="The side the published rule lets stand.")
    review_agency: Name | None = Field(default=None, description="Who decides.")
    says: Words
    basis: Text
    status: Status
    source: Text | None = None


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
    minimum: int | None = None
    maximum: int | None = None
    values: list[str] | None = Field(default=None, description="All values that a text can have.")


class VocabularyBook(Strict):
    """rules/vocabulary.yml."""

    person: dict[Name, FactEntry]
    household: dict[Name, FactEntry]
