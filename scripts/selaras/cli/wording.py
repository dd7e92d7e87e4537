"""Texts, facts and amounts in the words of people."""

from selaras import spelling
from selaras.messages import language, say
from selaras.warehouse import Row


def told(row: Row, key: str) -> str:
    """A text of a row in the language in use."""
    return str(row.get(f"{key}_{language()}") or "")


def rupiah(amount: object) -> str:
    """An amount of money."""
    return spelling.rupiah(amount, language())


def day(value: object) -> str:
    """A day with the name of its month."""
    return spelling.day(value, language()) if value else ""


def period(first: object, end: object) -> str:
    """A half-open period by its first and last day."""
    return spelling.period(first, end, language())


def joined(*parts: object) -> str:
    """What there is of some parts, in one line."""
    return " · ".join(str(part) for part in parts if part)


def amount_of(judged: Row) -> str:
    """What is due per month: an amount, a range, or the most that it may be."""
    due, most = judged["entitled_amount"], judged["possible_amount"]
    if due is not None and due == most:
        return say("explain.entitled", amount=rupiah(due))
    if due is not None and most is not None:
        return say("explain.entitled_between", amount=rupiah(due), most=rupiah(most))
    if most is not None:
        return say("explain.entitled_at_most", most=rupiah(most))
    return ""


class Vocabulary:
    """What people call the facts of one unit, person or household."""

    def __init__(self, facts: list[Row], unit: str) -> None:
        self._titles = {"as_of_date": say("explain.word_as_of_date")}
        self._entries: dict[str, Row] = {}
        for each in facts:
            name = str(each["fact_id"])
            names = [name] if each["unit"] == unit else []
            names += [f"household.{name}"] if each["unit"] == "household" else []
            for known in names:
                self._titles[known] = told(each, "title") or name
                self._entries[known] = each

    def title(self, name: str) -> str:
        """What people call a fact; its id where they have no name for it."""
        return self._titles.get(name, name)

    def entry(self, name: str) -> Row:
        """What the vocabulary says of a fact; nothing where it has none of that name."""
        return self._entries.get(name, {})
