"""The grammar of reforms/*.yml: what would be asked and paid otherwise, from a day on."""

from datetime import date

from pydantic import Field

from selaras.rules.grammar.base import Name, Strict, Text, Words, offered
from selaras.rules.grammar.overlaps import Overlap, OverlapExample
from selaras.rules.grammar.rule import Benefit, Criterion, Example, Parameter, Rule, Value


class Changes(Strict):
    """What a reform changes of one programme, from the day on which it takes effect."""

    parameters: dict[Name, Value] = Field(
        default_factory=dict, description="The new value of a parameter that the rule has."
    )
    new_parameters: dict[Name, Parameter] = Field(
        default_factory=dict, description="Parameters that the rule does not have yet, in full."
    )
    criteria: dict[Name, Criterion] = Field(
        default_factory=dict,
        description="Criteria that are added; one that the rule has is replaced.",
    )
    suspends: list[Name] = Field(
        default_factory=list, description="Criteria that are no longer asked for."
    )
    applies_to: Text | None = Field(
        default=None,
        description="In place of the rule's own `applies_to`.",
        examples=["age_years >= :minimum_age"],
        json_schema_extra=offered("facts"),
    )
    benefit: Benefit | None = Field(default=None, description="In place of the rule's own.")
    ends: bool = Field(default=False, description="true: the programme ends on that day.")
    examples: list[Example] = Field(
        min_length=1,
        description="Cases that show what changes, as in a rule; `like` may name one of the rule.",
    )


class Suspended(Strict):
    """An overlap rule that no longer holds, with a case that it found before."""

    examples: list[OverlapExample] = Field(
        min_length=1, description="Cases of days from then on; `like` may name one of the rule."
    )


class OverlapChanges(Strict):
    """What a reform changes of how benefits go together."""

    suspends: dict[Name, Suspended] = Field(
        default_factory=dict, description="Overlap rules that no longer hold from that day on."
    )
    rules: dict[Name, Overlap] = Field(
        default_factory=dict,
        description="Overlap rules that are added; one that there is is replaced.",
    )


class Reform(Strict):
    """One reform: what of the rule book it changes, and from which day on."""

    reform: Name = Field(description="Its id, and the name of this file.", examples=["decile_four"])
    title: Words = Field(description="What people call it, in both languages.")
    basis: Text = Field(
        description="What it rests on: a draft, a question that was asked.",
        examples=["a question of the minister, not decided"],
    )
    takes_effect: date = Field(
        description="The first day of it; data of an earlier day is judged as if it held already.",
        examples=["2026-01-01"],
    )
    programmes: dict[Name, Changes] = Field(
        default_factory=dict, description="Programmes that it changes or ends."
    )
    begins: dict[Name, Rule] = Field(
        default_factory=dict, description="Programmes that begin, each as a rule in full."
    )
    overlaps: OverlapChanges = Field(
        default_factory=OverlapChanges, description="Changes of rules/overlaps.yml."
    )
