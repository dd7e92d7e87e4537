"""Words, figures and days of one page, in its language."""

from dataclasses import dataclass
from datetime import date

from babel.dates import format_date
from babel.numbers import format_compact_decimal

from selaras import spelling
from selaras.messages import catalogue
from selaras.warehouse import Row

SUFFIX = {"id": "indonesian", "en": "english"}


@dataclass(frozen=True)
class Speech:
    """What a page says and how it writes; `language` is `id` or `en`."""

    language: str

    def __call__(self, key: str, /, **values: object) -> str:
        """A text of the catalogue `report.yml`, with its placeholders filled."""
        return catalogue()[f"report.{key}"][self.language].format(**values)

    def of(self, row: Row, stem: str) -> str:
        """A column that stands in both languages (`<stem>_indonesian`, `<stem>_english`)."""
        return str(row[f"{stem}_{SUFFIX[self.language]}"] or "")

    def number(self, value: object) -> str:
        """A count or a figure of a rule; the words for hidden where there is none."""
        return self("hidden") if value is None else spelling.number(value, self.language)

    def rupiah(self, value: object) -> str:
        """Whole rupiah; the words for hidden where there is none."""
        return self("hidden") if value is None else spelling.rupiah(value, self.language)

    def short_rupiah(self, value: object) -> str:
        """Rupiah for a headline."""
        return self("hidden") if value is None else spelling.short_rupiah(value, self.language)

    def money(self, row: Row, column: str, is_short: bool = False) -> str:
        """Rupiah of a row that says whether it is shown (`is_shown`): hidden, or not known."""
        if row["is_shown"] and row[column] is None:
            return self("unknown")
        return self.short_rupiah(row[column]) if is_short else self.rupiah(row[column])

    def at_most(self, count: object) -> str:
        """A count in a dense table: a dash where it is hidden."""
        return "–" if count is None else self.number(count)

    def compact(self, value: float) -> str:
        """A number for an axis: `300 rb`."""
        return format_compact_decimal(value, locale=self.language, fraction_digits=1)

    def percent(self, share: object) -> str:
        """A share from 0 to 1; the words for hidden where there is none."""
        if share is None:
            return self("hidden")
        return spelling.percent(float(str(share)), self.language)

    def whole(self, share: object) -> str:
        """A share in whole percent, for small places; what is above nought is never written 0%."""
        rounded = round(100 * float(str(share)))
        return f"{rounded}%" if rounded or not share else "<1%"

    def short(self, programme: str) -> str:
        """What people call a programme in one word; a new one is called by its id."""
        known = catalogue().get(f"report.short_{programme}")
        return known[self.language] if known else programme.replace("_", " ").upper()

    def programmes(self, written: object) -> str:
        """Programmes that are written with commas between them, in one word each."""
        names = [each.strip() for each in str(written or "").split(",")]
        return ", ".join(self.short(name) for name in names if name)

    def change(self, now: object, before: object, is_money: bool = False) -> str:
        """The difference to the week before, with its sign; empty where either is unknown."""
        if not isinstance(now, int) or not isinstance(before, int):
            return ""
        if now == before:
            return self("unchanged")
        write = self.short_rupiah if is_money else self.number
        return ("+" if now > before else "−") + write(abs(now - before))

    def day(self, value: date | None) -> str:
        """A day with the name of its month; the words for open where there is none."""
        return spelling.day(value, self.language) if value else self("open_end")

    def iso_day(self, written: str) -> str:
        """A day that is written as `2025-10-24`."""
        return self.day(date.fromisoformat(written))

    def short_day(self, value: date) -> str:
        """A day for an axis: `24 Okt`."""
        return format_date(value, "d MMM", locale=self.language)
