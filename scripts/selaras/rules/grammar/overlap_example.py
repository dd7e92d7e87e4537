"""The grammar of the examples of overlaps.yml."""

from datetime import date

from pydantic import Field

from selaras.rules.grammar.base import Day, Fact, Name, Strict, Text


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
