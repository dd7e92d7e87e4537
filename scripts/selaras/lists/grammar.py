"""The grammar of the input contract: what models/staging/*/_*__sources.yml say of each list.

Every key is written out, be it null: a key that is forgotten is refused and never guessed.
"""

from typing import Annotated, Literal

from pydantic import Field

from selaras.rules.grammar.base import Day, Name, Strict, Text, Unit

Tells = Literal[
    "nik",
    "no_kk",
    "family",
    "name",
    "birth_date",
    "own_number",
    "programme",
    "about",
    "detail",
    "position",
    "value",
]
Part = Literal["yyyy", "mm", "n", "semester", "yyyymmdd", "kk.kk"]
Periods = Literal["monthly", "quarterly", "half_yearly", "yearly", "stage"]
ListedFact = Literal["school_type", "is_in_private_school", "diploma_arrears", "has_debit_letter"]
SHARE, NONE = "share", "none"


class Days(Strict):
    """The days that make sense in a column; any other is unknown, and noted."""

    from_: Day = Field(alias="from", description="The first of them.")
    years_ahead: Annotated[int, Field(ge=0, le=100)] | None = Field(
        description="How many years after its drop the last may lie: 0 for what has happened, null"
        " for an end that may lie ahead without a bound. A year of two digits is read by it."
    )


class Rupiah(Strict):
    """The amounts that make sense in a column, both ends included; any other is unknown."""

    from_: int = Field(alias="from", ge=0)
    to: int = Field(gt=0, le=1_000_000_000_000_000)


class ColumnMeta(Strict):
    """How a column of the file is headed, and what it says."""

    headers: list[Text] = Field(
        min_length=1, description="What the file calls it, the usual name first."
    )
    required: bool = Field(description="Whether a file without it is refused.")
    field: Name = Field(description="What it is called from staging on.")
    tells: Tells = Field(
        description="What it tells of whom a row is about: a number (`nik`, `no_kk`; `family`"
        " where the whole row is about that card), `name`, `birth_date`; what else finds the row"
        " again (`own_number`, `programme`, `about`, `detail`); `position` in the file;"
        " or a `value`."
    )
    of: Name | None = Field(
        default=None, description="The role it tells of, where that is not whom the row is for."
    )
    days: Days | None = Field(default=None, description="The days of a column that holds dates.")
    rupiah: Rupiah | None = Field(default=None, description="The amounts of one that holds money.")
    words: Name | None = Field(
        default=None, description="The list of the known words of one that holds words or codes."
    )


class ColumnConfig(Strict):
    meta: ColumnMeta


class Column(Strict):
    """One column of the file."""

    name: Name
    description: Text
    config: ColumnConfig


class Named(Strict):
    """Whom a row names in one role: the columns of the staging model, null for what is not told."""

    unit: Unit = Field(description="Whom the row is for in this role: a person or a household.")
    nik: Name | None
    no_kk: Name | None
    name: Name | None
    birth_date: Name | None
    region: Name | None

    def columns(self) -> dict[str, str]:
        """The columns by what they tell."""
        told = self.model_dump(exclude={"unit"})
        return {key: column for key, column in told.items() if column}


class Several(Strict):
    """A column that says of each row which of several programmes it is of."""

    column: Name
    of: list[Name] = Field(min_length=1)


class Grants(Strict):
    """What a row of a payment list grants; every name is a column of the staging model."""

    programme: Name | Several
    to: Name = Field(description="The role whom it is for.")
    component: Name | None
    amount: Name = Field(description="Whole rupiah for the period of the row.")
    monthly: Name = Field(
        description="Whole rupiah a month: a column; `share` divides the amount by the months"
        " of the period; `none` where the benefit is no monthly one."
    )
    paid_on: Name | None

    @property
    def programmes(self) -> list[str]:
        """The programmes that rows of this list can be of."""
        return self.programme.of if isinstance(self.programme, Several) else [self.programme]

    def columns(self) -> list[str]:
        """The columns of the staging model that it names."""
        named = [self.component, self.amount, self.paid_on]
        named += [] if self.monthly in (SHARE, NONE) else [self.monthly]
        named += [self.programme.column] if isinstance(self.programme, Several) else []
        return [column for column in named if column]


class _File(Strict):
    """How a list arrives, and whom its rows name."""

    pattern: Text
    snapshot_key: list[Part]
    form: Literal["csv", "workbook"]
    delimiter: Literal[",", ";", "|"]
    encoding: Literal["utf-8", "latin-1"]
    names: dict[Name, Named]


class Payments(_File):
    """Who is on the list of a programme, and what each is paid for a period."""

    kind: Literal["payments"]
    periods: Periods = Field(
        description="What the number in the name of a file, or in a row, counts; a `stage` is"
        " told in the file of the programme's rule."
    )
    grants: Grants
    same_row_by: list[Name] = Field(
        min_length=1, description="Columns of the file by which a row is the same in every drop."
    )
    facts: dict[ListedFact, Name] = Field(
        description="Facts of the recipient that only such lists tell: the staging column of each."
    )


class Register(_File):
    """Who the people and families are; everybody else is looked for among them."""

    kind: Literal["register"]
    marks: dict[Name, Name] = Field(
        description="Programmes whose people the register marks: the boolean staging column."
    )


class Facts(_File):
    """Something that is known of people whom the registers know."""

    kind: Literal["facts"]


class Decisions(_File):
    """What people decided about results of this project; its rows name nobody."""

    kind: Literal["decisions"]
    names: dict[Name, Named] = Field(max_length=0)


Meta = Annotated[Payments | Register | Facts | Decisions, Field(discriminator="kind")]


class Age(Strict):
    """A number of days."""

    count: int = Field(ge=0)
    period: Literal["day"]


class Freshness(Strict):
    """How old the last snapshot of a list may be on the day of judgement, as dbt reads it too."""

    warn_after: Age = Field(description="An older one is carried forward, and marked as stale.")
    error_after: Age = Field(description="Where one is older still, nothing is published.")


class TableConfig(Strict):
    freshness: Freshness
    meta: Meta


class Table(Strict):
    """One list as it arrives."""

    name: Name
    identifier: Text
    description: Text
    config: TableConfig
    columns: list[Column] = Field(min_length=1)


class SenderConfig(Strict):
    """By what dbt tells the age of a list."""

    loaded_at_field: Literal["batch_date"]


class Sender(Strict):
    """An agency and its lists."""

    name: Name
    loader: Literal["selaras land"]
    schema_: Literal["landing"] = Field(alias="schema")
    config: SenderConfig
    description: Text
    tables: list[Table] = Field(min_length=1)


class SourcesFile(Strict):
    """One file of contracts; properties of models may stand beside them."""

    version: Literal[2]
    sources: list[Sender] = Field(min_length=1)
    models: list | None = None
