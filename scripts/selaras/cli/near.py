"""What is near a verdict, in lines: what would grant it, why nothing does, what it hangs on."""

from collections.abc import Iterator

from selaras.cli.codes import Codes
from selaras.cli.conditions import Conditions
from selaras.cli.wording import joined, told
from selaras.explain import Explanation, Verdict
from selaras.messages import say
from selaras.warehouse import Row


class Near:
    """The facts near one verdict in words."""

    def __init__(self, verdict: Verdict, explanation: Explanation) -> None:
        self._verdict = verdict
        self._codes = Codes(explanation.labels)
        self._facts = explanation.vocabulary
        self._names = {each["person_id"]: str(each["full_name"]) for each in explanation.members}

    def lines(self) -> Iterator[str]:
        """A heading and the lines below it, for each part of which there is anything to say."""
        if self._verdict.nearest:
            yield f"  [bold]{say('least_change.nearest')}[/]"
        for way in self._verdict.nearest:
            for at, row in enumerate(way):
                yield f"    [green]{'+' if at else '→'}[/] {self._change(row)}"
        for row in self._verdict.barred:
            reason = told(row, "says")
            if reason and row["way"] == "none":
                yield f"  [dim]{say('least_change.barred', reason=reason)}[/]"
        if self._verdict.hangs_on:
            yield f"  [bold]{say('least_change.hangs_on')}[/]"
        for row in self._verdict.hangs_on:
            lists = ", ".join(self._list(each) for each in row["lists"])
            yield f"    • {joined(self._moved(row), lists)}"

    def _change(self, row: Row) -> str:
        """A fact that would have to be another, and what one can do for it."""
        agency = say("explain.ask", agency=self._codes("agency", row["asked_of"]))
        if row["before"] is None:
            says = told(row, "says") if row["way"] != "none" else ""
            unknown = f"{self._title(row)}: {say('least_change.to_be_known')}"
            return joined(unknown, says, agency)
        return joined(self._moved(row), told(row, "says"), agency)

    def _moved(self, row: Row) -> str:
        """A fact as it is, and as it would be."""
        values = [row[when] for when in ("before", "after") if row[when] is not None]
        return f"{self._title(row)}: {' → '.join(self._value(row, each) for each in values)}"

    def _title(self, row: Row) -> str:
        """What people call a fact, with the member whom it is about."""
        unit = "person" if row["person_id"] else "household"
        titles = {(each["unit"], each["fact_id"]): told(each, "title") for each in self._facts}
        of_member = row["person_id"] != self._verdict.judged["person_id"] and row["person_id"]
        name = self._names.get(row["person_id"], "") if of_member else ""
        return joined(name, titles.get((unit, row["fact"])) or row["fact"])

    def _value(self, row: Row, value: object) -> str:
        """A value as people write it."""
        unit = "person" if row["person_id"] else "household"
        return Conditions(self._facts, unit, self._codes).value(str(row["fact"]), value)

    def _list(self, name: str) -> str:
        """What people call a list."""
        source, table = name.split(".")
        return self._codes.list_of({"source": source, "table_name": table})
