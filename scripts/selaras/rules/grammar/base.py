"""What all parts of the grammar share: words, and fields that are described once."""

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints


def _told(text: str) -> str:
    """A text that says something; a dash or a question mark in the place of a citation does not."""
    if not text.strip(" \t\n-\u2013\u2014?"):
        raise ValueError("blank")
    return text


Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,59}$")]
Code = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_.]{0,59}$")]
Text = Annotated[str, StringConstraints(min_length=1, max_length=2000), AfterValidator(_told)]
Status = Literal["confirmed", "reported", "assumed"]
Level = Literal["central", "province"]
Unit = Literal["person", "household"]
Period = Literal["month", "quarter", "semester", "year"]
Day = date
Fact = int | bool | date | str | None


def or_like(schema: dict) -> None:
    """Tells editors that an example which is like another one needs no more than its name."""
    needed = [name for name in schema.pop("required") if name != "name"]
    schema["required"] = ["name"]
    schema["anyOf"] = [{"required": ["like"]}, {"required": needed}]


def offered(offer: str) -> dict[str, str]:
    """Marks a field whose words the editor is to complete; see schema.py."""
    return {"offer": offer}


# What several parts say in the same way.
SAYS = Field(
    description="One sentence a person understands, in both languages; figures as `{parameter}`."
)
BASIS = Field(
    description="The regulation or practice that it rests on, or `not known`; never one not read.",
    examples=["Pergub 44/2022", "not known"],
)
STATUS = Field(
    description="How sure we are: `confirmed` by who read the regulation, `reported` by a source,"
    " or `assumed`."
)
SOURCE = Field(
    default=None,
    description="Where it was found; needed unless it is assumed.",
    examples=["tentangkita.co 2024"],
)
WHEN = Field(
    description="A condition: facts, `:parameters`, `and or not`, `= != < <= > >=`, `between`,"
    " `in`, `is null`, `+ - *`, `case`, `abs least greatest`.",
    examples=["household.national_decile <= :max_decile", "not lives_in_care_home"],
    json_schema_extra=offered("facts"),
)
AMOUNT = Field(
    description="Whole rupiah per period: a `:parameter`, a fact or a sum.",
    examples=[":monthly_amount"],
)
PER = Field(description="The period that the amount is for.")


class Strict(BaseModel):
    """What every part of a rule has in common."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Words(Strict):
    """One sentence or title in Bahasa Indonesia and in English."""

    id: Text = Field(
        description="In Bahasa Indonesia.", examples=["Berusia {minimum_age} tahun atau lebih."]
    )
    en: Text = Field(description="In English.", examples=["Is {minimum_age} or older."])
