"""Codes of the public tables in the words of people."""

from selaras.messages import language
from selaras.warehouse import Row

LABELS = {"id": "label_indonesian", "en": "label_english"}


class Codes:
    """What people call codes, in the language in use; one that has no words is shown as it is."""

    def __init__(self, labels: list[Row]) -> None:
        named = LABELS[language()]
        self._words = {(each["domain"], each["code"]): str(each[named]) for each in labels}

    def __call__(self, domain: str, code: object) -> str:
        """The words of one code; empty where there is none."""
        return "" if code is None else self._words.get((domain, code), str(code))

    def all(self, domains: str, written: object) -> str:
        """The words of codes with commas between them; the first domain that knows one names it."""
        codes = [each.strip() for each in str(written or "").split(",") if each.strip()]
        return ", ".join(self._first(domains.split(), each) for each in codes)

    def _first(self, domains: list[str], code: str) -> str:
        """The words of a code in the first of some domains that has it."""
        known = (domain for domain in domains if (domain, code) in self._words)
        return self(next(known, ""), code)

    def side(self, row: Row, prefix: str = "") -> str:
        """A programme, with the component of it where there is one."""
        programme = self("programme", row[f"{prefix}programme_id"])
        component = self("component", row.get("component"))
        return f"{programme}: {component}" if component else programme

    def list_of(self, row: Row) -> str:
        """The list that a row stands on; one of a programme is called as the programme is."""
        name = f"{row['source']}.{row['table_name']}"
        return (
            self("list", name)
            if ("list", name) in self._words
            else self("programme", row["table_name"])
        )
