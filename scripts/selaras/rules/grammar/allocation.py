"""The grammar of allocations/*.yml: who comes first while there is not enough for all."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from selaras.rules.grammar.base import Name, Strict, Text, Words, offered

Percent = Annotated[int, Field(ge=0, le=100)]
Count = Annotated[int, Field(ge=0)]


def _just_one(*names: str) -> object:
    """A check that exactly one of some keys is written."""

    def check(part: Strict) -> Strict:
        if sum(getattr(part, name) is not None for name in names) != 1:
            raise ValueError(f"needs exactly one of {', '.join(names)}")
        return part

    return model_validator(mode="after")(check)


class Pot(Strict):
    """How much there is: rupiah for a number of months, or places."""

    rupiah: Count | None = Field(default=None, description="Whole rupiah for all the months.")
    months: Annotated[int, Field(ge=1)] = Field(
        default=12, description="How many months the rupiah are for."
    )
    places: Count | None = Field(default=None, description="How many may be served.")
    _one = _just_one("rupiah", "places")


class Key(Strict):
    """One thing that decides who comes first; whoever it is not known of comes after the others."""

    first: Text | None = Field(
        default=None,
        description="A condition: those of whom it holds come first.",
        examples=["has_severe_disability"],
        json_schema_extra=offered("facts"),
    )
    lowest: Text | None = Field(
        default=None,
        description="A number: the lower, the earlier.",
        examples=["household.national_decile"],
        json_schema_extra=offered("facts"),
    )
    highest: Text | None = Field(
        default=None,
        description="A number: the higher, the earlier.",
        examples=["age_years"],
        json_schema_extra=offered("facts"),
    )
    waited: Literal[True] | None = Field(
        default=None,
        description="true: the more whole months entitled and not on the list, the earlier.",
    )
    says: Words = Field(description="What decides, in a few words.")
    _one = _just_one("first", "lowest", "highest", "waited")


class Quota(Strict):
    """How many of a group are served, in percent of all who are, or as a number."""

    when: Text | None = Field(
        default=None,
        description="Who belongs to the group; of whom it is not known belongs to none.",
        examples=["sex = 'female'"],
        json_schema_extra=offered("facts"),
    )
    each: Text | None = Field(
        default=None,
        description="A text: a group for each value of it that somebody entitled has.",
        examples=["household.city_code"],
        json_schema_extra=offered("facts"),
    )
    at_least_percent: Percent | None = Field(default=None, description="Percent, at least.")
    at_most_percent: Percent | None = Field(default=None, description="Percent, at most.")
    at_least: Count | None = Field(default=None, description="A number, at least.")
    at_most: Count | None = Field(default=None, description="A number, at most.")
    _one = _just_one("at_least_percent", "at_most_percent", "at_least", "at_most")
    _whom = _just_one("when", "each")


class Allocation(Strict):
    """Who gets a place of one programme, or of several that share a pot."""

    allocation: Name = Field(
        description="Its id, and the name of this file.", examples=["senior_card_2026"]
    )
    title: Words = Field(description="What people call it, in both languages.")
    basis: Text = Field(
        description="What it rests on.", examples=["a question of the minister, not decided"]
    )
    programmes: list[Name] = Field(
        min_length=1, description="Programmes of one unit that share the pot."
    )
    pot: Pot = Field(description="How much there is.")
    keeps: bool = Field(
        default=False, description="true: whoever is on the list comes before all others."
    )
    behind: list[Name] = Field(
        default_factory=list,
        description="Programmes: whoever is on the list of one comes after all others.",
    )
    order: list[Key] = Field(
        default_factory=list, description="Who comes first, the most telling key first."
    )
    lot: Count = Field(description="The seed of the lot that is drawn among equals.")
    quotas: dict[Name, Quota] = Field(default_factory=dict, description="Groups, by name.")
    aim: Literal["rank", "places"] = Field(
        default="rank",
        description="`rank`: whoever comes first is served if that can be; `places`: as many as"
        " can be are served, and among those ways the same.",
    )
