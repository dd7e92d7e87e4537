"""The grammar of rules/*.yml as pydantic models; unknown keys and wrong types are refused."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from selaras.rules.grammar.base import (
    BASIS,
    SAYS,
    SOURCE,
    STATUS,
    WHEN,
    Day,
    Fact,
    Level,
    Name,
    Status,
    Strict,
    Text,
    Unit,
    Words,
    offered,
)
from selaras.rules.grammar.benefit import Components, Flat, Tiered

Metric = Literal[
    "regular_families",
    "temporary_cash_families",
    "all_families",
    "cross_level_families",
    "disbursed_rupiah",
    "double_paid_rupiah",
]
StageName = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]{1,20}$")]


class Value(Strict):
    """The value of a parameter from one day on, with where it is from."""

    value: int | bool | float | date | str | None = Field(
        description="A whole number, true or false, a day or a word; null ends the parameter.",
        examples=[300_000, True],
    )
    status: Status = STATUS
    source: Text = Field(
        description="Where this value is from; of an assumption, why it was chosen.",
        examples=["suara.com 25 Mar 2025"],
    )
    basis: Text | None = Field(
        default=None, description="The regulation it stands in.", examples=["Kepgub 541/2025"]
    )
    review_by: date | None = Field(
        default=None,
        description="`selaras rules check` reminds from this day on.",
        examples=["2026-12-31"],
    )


class Parameter(Strict):
    """A dated figure that conditions and amounts call by `:name`."""

    unit: Text = Field(
        description="What it counts.", examples=["rupiah per month", "completed years"]
    )
    values: dict[date, Value | None] = Field(
        min_length=1,
        description="Value by first day in force; each holds until the next. Add a day, never edit"
        " an old value: past weeks are judged by it.",
    )


class Branch(Strict):
    """One of several ways to meet a criterion."""

    says: Words = SAYS
    when: Text = WHEN


class Criterion(Strict):
    """One condition of a programme; a missing fact leaves it open."""

    says: Words = SAYS
    when: Text | None = Field(
        default=None,
        description=WHEN.description,
        examples=WHEN.examples,
        json_schema_extra=offered("facts"),
    )
    any_of: dict[Name, Branch] | None = Field(
        default=None,
        min_length=2,
        description="In place of `when`: named ways to meet it; one is enough.",
    )
    basis: Text = BASIS
    status: Status = STATUS
    source: Text | None = SOURCE
    contestable: bool = Field(
        default=False, description="An accepted objection overrides it until its end date."
    )


class Stage(Strict):
    """One stage of a programme within a year."""

    from_month: int = Field(ge=1, le=12, description="The month it begins in.")
    months: int = Field(ge=1, le=12, description="How many months it is for.")


class Stages(Strict):
    """What the number or word of a stage on the programme's list means."""

    status: Status = STATUS
    source: Text = Field(
        description="Where it was found; of an assumption, why it was chosen.",
        examples=["Stages are the quarters of the year"],
    )
    periods: dict[StageName, Stage] = Field(
        min_length=1, description="Every stage by its number or word, as the list writes it."
    )


Benefit = Annotated[Flat | Tiered | Components, Field(discriminator="kind")]


class Expectation(Strict):
    """What an example must come to; only what is written is compared."""

    judged: bool = Field(default=True, description="false: nobody looks at them at all.")
    verdict: Literal["eligible", "ineligible", "undetermined"] | None = Field(
        default=None, description="What they are told; `undetermined` where a fact is missing."
    )
    unmet: list[Name] | None = Field(default=None, description="All criteria that do not hold.")
    unknown: list[Name] | None = Field(default=None, description="All criteria left open.")
    missing: list[str] | None = Field(
        default=None, description="Facts that were not known and left a criterion open."
    )
    monthly_amount: int | None = Field(
        default=None, description="The certain part, whole rupiah per month; null for none."
    )
    possible_amount: int | None = Field(
        default=None, description="The amount per month if all that is open turns out true."
    )


class Example(Strict):
    """A case on paper; it becomes a dbt unit test."""

    name: Text = Field(
        description="A sentence that says what the example shows; no two are the same.",
        examples=["sixty on the day is old enough"],
    )
    date: Day = Field(description="The day to judge on.", examples=["2025-10-24"])
    given: dict[str, Fact] = Field(
        description="Known facts; what is not given is unknown.",
        json_schema_extra=offered("given"),
    )
    members: list[dict[str, Fact]] = Field(
        default_factory=list,
        description="Facts of the members, for components.",
        json_schema_extra=offered("members"),
    )
    enrolled: bool = Field(
        default=False, description="true: stands on the programme's list, so is always looked at."
    )
    objections: list[Name] = Field(
        default_factory=list, description="Criteria with an accepted objection in force."
    )
    expect: Expectation = Field(description="What it must come to.")


class Rule(Strict):
    """One programme: who it is for, what it pays, and what both rest on."""

    programme: Name = Field(
        description="Its id, and the name of this file.", examples=["kpdj", "kjp_plus"]
    )
    title: Words = Field(description="The official name, in both languages.")
    owner: Name = Field(
        description="An agency of the register in programmes.yml.",
        json_schema_extra=offered("agency"),
    )
    level: Level = Field(description="Whose programme it is: central or of the province.")
    unit: Unit = Field(description="Who receives it: one person or a household.")
    purpose: list[Name] = Field(
        min_length=1, description="What the money is for.", examples=[["elderly_income"]]
    )
    basis: Text = Field(
        description="What the programme as a whole rests on, or `not known`.",
        examples=["Pergub 44/2022", "not known"],
    )
    valid_from: date = Field(
        description="The first day it ran; nobody is judged before.", examples=["2022-01-01"]
    )
    valid_to: date | None = Field(
        default=None, description="The first day it no longer ran.", examples=["2026-01-01"]
    )
    headline: list[Metric] = Field(
        default_factory=list,
        description="The headline figures in which it counts; none where it is left out.",
        examples=[["cross_level_families"]],
    )
    stages: Stages | None = Field(
        default=None,
        description="Needed where the contract of its list counts periods by `stage`.",
    )
    parameters: dict[Name, Parameter] = Field(
        default_factory=dict, description="Every figure of the rule, dated and with its source."
    )
    applies_to: Text | None = Field(
        default=None,
        description="A condition: who is looked at at all. Enrolled people always are.",
        examples=["age_years >= :minimum_age"],
        json_schema_extra=offered("facts"),
    )
    criteria: dict[Name, Criterion] = Field(
        min_length=1, description="All must hold; a missing fact leaves the answer open."
    )
    benefit: Benefit = Field(description="What it pays: `flat`, `tiered` or `components`.")
    examples: list[Example] = Field(
        min_length=1,
        description="Cases that become tests: one on every threshold and one just past it.",
    )
