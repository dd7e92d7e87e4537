"""The grammar of programmes.yml, the register, and of vocabulary.yml."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from selaras.rules.grammar.base import (
    BASIS,
    Code,
    Level,
    Name,
    Strict,
    Text,
    Unit,
    Words,
    offered,
)


class Agency(Strict):
    """An agency that owns programmes or decides on findings."""

    title: Words = Field(description="Its name, in both languages.")
    level: Level = Field(description="Central or of the province.")


class Programme(Strict):
    """A programme that has no rule file yet."""

    title: Words = Field(description="The official name, in both languages.")
    owner: Name = Field(
        description="An agency of this register.", json_schema_extra=offered("agency")
    )
    level: Level = Field(description="Whose programme it is: central or of the province.")
    unit: Unit = Field(description="Who receives it: one person or a household.")
    purpose: list[Name] = Field(min_length=1, description="What the money is for.")
    basis: Text = BASIS


class Register(Strict):
    """rules/programmes.yml."""

    agencies: dict[Name, Agency] = Field(description="Agencies that own programmes or decide.")
    programmes: dict[Name, Programme] = Field(description="Programmes that have no rule file yet.")


def _without_words(values: object) -> object:
    """Values that are only listed, as books of old do; they are called by their code."""
    is_list = isinstance(values, list) and all(isinstance(each, str) for each in values)
    return dict.fromkeys(values) if is_list else values


class Act(Strict):
    """Whether somebody who is refused can honestly have a fact changed."""

    way: Literal["correct", "register", "enrol", "claim", "none"] = Field(
        description="How: correct a record, register, enrol, claim a document, or not at all."
    )
    to: bool | Literal["less"] | None = Field(
        default=None, description="Towards what; only where there is a way."
    )
    says: Words = Field(description="What to do, or why there is nothing to do.")


class Visit(Strict):
    """The question about a fact to who visits a family, and how long its answer counts."""

    days: Annotated[int, Field(gt=0, le=3650)] = Field(
        description="An answer counts on the day it was given and so many days in all."
    )
    asks: Words = Field(description="The question, in both languages.")


class FactEntry(Strict):
    """One fact that conditions may use: a typed column of a conformed table."""

    type: Literal["boolean", "integer", "text", "date"] = Field(description="Its type.")
    description: Text = Field(
        description="What it says, in a sentence.", examples=["Age on the day of judgement."]
    )
    title: Words | None = Field(default=None, description="What people call it.")
    asked_of: Name | None = Field(default=None, description="The agency that can tell it.")
    act: Act | None = Field(
        default=None, description="Whether somebody can honestly have it changed."
    )
    visit: Visit | None = Field(
        default=None,
        description="The question to who visits; only of what is true or false, whole rupiah, or"
        " one of named values.",
    )
    unit: Text | None = Field(
        default=None, description="What a number counts.", examples=["completed years", "rupiah"]
    )
    minimum: int | date | None = Field(default=None, description="The least that it can be.")
    maximum: int | date | None = Field(default=None, description="The most that it can be.")
    values: Annotated[dict[Code, Words | None] | None, BeforeValidator(_without_words)] = Field(
        default=None, description="All values that a text can have, and what people call each."
    )


class VocabularyBook(Strict):
    """rules/vocabulary.yml."""

    person: dict[Name, FactEntry] = Field(description="Columns of dim_person.")
    household: dict[Name, FactEntry] = Field(description="Columns of dim_household.")
    codes: dict[Name, dict[Code, Words]] = Field(
        default_factory=dict,
        description="What people call other codes of the public tables, by the kind of code.",
    )
