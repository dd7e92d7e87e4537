"""The grammar of overlaps.yml and of its examples."""

from datetime import date
from itertools import combinations, product
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from selaras.rules.grammar.base import (
    BASIS,
    SAYS,
    SOURCE,
    STATUS,
    Day,
    Fact,
    Name,
    Status,
    Strict,
    Text,
    Unit,
    Words,
    offered,
)

Side = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*(:[a-z][a-z0-9_]*)?$")]
DATA_FINDINGS = (
    "double_payment",
    "person_in_two_families",
    "number_of_several_people",
    "person_under_two_numbers",
    "deceased_recipient",
    "moved_out_recipient",
    "deactivated_recipient",
)
# Those that a rule book of its own may leave out.
MORE_DATA_FINDINGS = ("contradictory_facts",)


# Sides that are no programmes: what is known of a person, built in models/overlap/listed_side.sql.
STANDINGS = ("formal_employment",)


class Listed(Strict):
    """One enrolment of an example: who stands on which list, for how much and how long."""

    programme: Name = Field(description="The programme on whose list they are.")
    component: Name | None = Field(default=None, description="The component they are paid for.")
    person: Name | None = Field(default=None, description="None: the family as a whole.")
    family: Name = Field(default="h1", description="One family unless it is named otherwise.")
    monthly_amount: int | None = Field(default=None, description="Whole rupiah; null is unknown.")
    starts_on: date = Field(description="The first day of it.")
    ends_on: date | None = Field(default=None, description="The first day after it; null is open.")


class OverlapExpectation(Strict):
    """What an example must come to; only what is written is compared."""

    finding: bool = Field(description="Whether exactly one finding of this rule comes out.")
    monthly_amount: int | None = Field(default=None, description="Rupiah per month at stake.")
    keep: Name | None = Field(default=None, description="The programme that stays.")
    starts_on: date | None = Field(default=None, description="The first shared day.")
    ends_on: date | None = Field(default=None, description="The day after the last shared one.")
    to_review: bool | None = Field(
        default=None, description="true: it rests on something unknown, people check it first."
    )
    gap: Name | None = Field(default=None, description="The programme that is missing.")


class OverlapExample(Strict):
    """A case on paper for one overlap rule; its people and families are its own."""

    name: Text = Field(
        description="A sentence that says what the example shows.",
        examples=["a person with both cards is found"],
    )
    date: Day = Field(description="The day to look on.")
    enrolments: list[Listed] = Field(min_length=1, description="Who stands on which list.")
    people: dict[Name, dict[Name, Fact]] = Field(
        default_factory=dict, description="Known facts of the people; all others are unknown."
    )
    expect: OverlapExpectation = Field(description="What it must come to.")


class Limit(Strict):
    """The most that a person or family may have at one time."""

    value: int = Field(ge=0, description="The limit itself.", examples=[4])
    counts: Literal["people", "rupiah"] = Field(description="What it counts; rupiah are per month.")
    status: Status = STATUS
    source: Text = Field(
        description="Where it was found, or why it was chosen.", examples=["General knowledge."]
    )
    review_by: date | None = Field(
        default=None, description="When to look at it again.", examples=["2026-12-31"]
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
    ] = Field(description="How the sides go together; rules/README.md says what each kind finds.")
    scope: Unit = Field(description="Whether the same person or the same family has both.")
    between: list[Side | list[Side]] = Field(
        min_length=1,
        max_length=13,
        description="Programmes, or components as `pkh:elderly`. Every side is set against every"
        " other; those in one inner list are not.",
        json_schema_extra=offered("sides"),
    )
    valid_from: date = Field(
        description="The first day on which it holds.", examples=["2022-01-01"]
    )
    valid_to: date | None = Field(
        default=None,
        description="The first day on which it no longer holds.",
        examples=["2026-01-01"],
    )
    keep: Side | None = Field(
        default=None,
        description="The side the published rule lets stand; its programme is enough.",
        json_schema_extra=offered("side"),
    )
    expects: Name | None = Field(
        default=None,
        description="Of a complement: the side whose absence beside the other is a gap.",
        json_schema_extra=offered("programme"),
    )
    allowed_if: Literal["has_debit_letter"] | None = Field(
        default=None, description="Of a conditional: the fact of the person that allows both."
    )
    at_most: Limit | None = Field(default=None, description="Of a cap or info: the limit.")
    review_agency: Name | None = Field(
        default=None, description="The agency that decides.", json_schema_extra=offered("agency")
    )
    says: Words = SAYS
    basis: Text = BASIS
    status: Status = STATUS
    source: Text | None = SOURCE
    examples: list[OverlapExample] = Field(
        default_factory=list, description="At least one that gives a finding and one that does not."
    )

    def sides(self) -> list[str]:
        """Every side once, in the order in which it is written."""
        groups = [each if isinstance(each, list) else [each] for each in self.between]
        return [side for group in groups for side in group]

    def stays(self) -> str | None:
        """The programme of the side that is kept."""
        return self.keep and self.keep.partition(":")[0]

    def pairs(self) -> list[tuple[str, str | None]]:
        """The sides that are set against each other, or each side alone where there is a limit."""
        if self.at_most:
            return [(side, None) for side in self.sides()]
        groups = [each if isinstance(each, list) else [each] for each in self.between]
        return [pair for one, other in combinations(groups, 2) for pair in product(one, other)]


class DataFinding(Strict):
    """One of the findings that are always looked for."""

    scope: Unit = Field(description="Whether it is found of a person or of a family.")
    review_agency: Name | None = Field(
        default=None, description="The agency that decides.", json_schema_extra=offered("agency")
    )
    says: Words = SAYS
    basis: Text = BASIS
    status: Status = STATUS
    source: Text | None = SOURCE


class OverlapBook(Strict):
    """rules/overlaps.yml."""

    overlaps: dict[Name, Overlap] = Field(description="How benefits go together, by name.")
    always: dict[Name, DataFinding] = Field(
        description="What is looked for in every programme; none can be left out."
    )
