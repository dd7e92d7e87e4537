"""The figures of a rule since they were first known, as steps."""

from datetime import date
from itertools import groupby

from markupsafe import Markup

from selaras.report import marks
from selaras.report.card import Card, Cell, Table
from selaras.report.speech import Speech
from selaras.warehouse import Row


def card(found: list[Row], speech: Speech) -> Card:
    """A step chart for each parameter that changed, and all of them as a table."""
    drawn = []
    for name, group in groupby(found, key=lambda row: row["parameter_id"]):
        values = [row for row in group if row["value"] is not None]
        if len({row["value"] for row in values}) > 1:
            drawn.append(_steps(str(name), values, speech))
    body = Markup('<div class="beside">{}</div>').format(Markup("").join(drawn)) if drawn else ""
    rows: list[tuple[Cell, ...]] = [
        (
            parameter_name(str(row["parameter_id"])),
            _written(row, speech),
            speech.day(row["valid_from"]),  # type: ignore[arg-type]
            speech.day(row["last_day"]),  # type: ignore[arg-type]
            _rests_on(row, speech),
        )
        for row in found
    ]
    headings = ("parameter", "value", "valid_from", "last_day", "basis")
    return Card(
        "parameters",
        speech("fig_parameter"),
        speech("lead_parameter") if drawn else speech("lead_parameter_same"),
        Markup(body),
        Table(tuple(speech(each) for each in headings), tuple(rows), 5),
        ("parameter",),
        "half",
        not drawn,
    )


def parameter_name(identifier: str) -> str:
    """A parameter as a person reads it."""
    return identifier.replace("_", " ")


def _rests_on(row: Row, speech: Speech) -> Markup:
    """What a value rests on, and until when it has to be looked at again."""
    parts = [str(row["basis"] or ""), speech(f"status_{row['status']}")]
    text = Markup(" · ").join(part for part in parts if part)
    said = Markup('<br><span class="fine" lang="en">{}</span>').format(row["source"])
    if row["review_by"]:
        said += Markup('<br><span class="fine">{}</span>').format(
            speech("review_by", day=speech.day(row["review_by"]))  # type: ignore[arg-type]
        )
    return text + (said if row["source"] else Markup(""))


def _written(row: Row, speech: Speech) -> str:
    """A value with its unit, rupiah as rupiah."""
    value, unit = row["value"], str(row["unit"])
    if value is None:
        written = str(row["written_value"] or "")
        return written if written else speech("ended")
    number = float(str(value))
    plain = int(number) if number.is_integer() else number
    return speech.rupiah(plain) if unit.startswith("rupiah") else speech.number(plain)


def _steps(name: str, values: list[Row], speech: Speech) -> Markup:
    """One parameter: level from each day to the next, the last one open to the right."""
    days: list[date] = [row["valid_from"] for row in values]  # type: ignore[misc]
    figures = [float(str(row["value"])) for row in values]
    ticks = [(at, _tick(at, str(values[0]["unit"]), speech)) for at in marks.ticks_to(max(figures))]
    return Markup("<div><h3>{}</h3>{}</div>").format(
        parameter_name(name),
        marks.steps(
            [day.toordinal() for day in days], figures, [str(day.year) for day in days], ticks
        ),
    )


def _tick(value: float, unit: str, speech: Speech) -> str:
    """A level of the chart, short enough for its margin."""
    plain = int(value) if value.is_integer() else round(value, 1)
    return speech.compact(plain) if unit.startswith("rupiah") else speech.number(plain)
