"""Facts, conditions and amounts in the words of people."""

import re
from functools import cache

from selaras.cli.show import number
from selaras.messages import language, say
from selaras.warehouse import Row

WORD = re.compile(r"is not null|is null|(?:household\.)?[a-z_][a-z0-9_]*|\d{5,}|<=|>=|!=")
SIGNS = {"<=": "≤", ">=": "≥", "!=": "≠"}
PAIR = re.compile(r"(?:^|, )((?:household\.)?[a-z_0-9]+) = ")


def told(row: Row, key: str) -> str:
    """A text of a row in the language in use."""
    return str(row.get(f"{key}_{language()}") or "")


def rupiah(amount: object) -> str:
    """An amount of money."""
    return f"Rp {number(amount)}"


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
        for each in facts:
            name = str(each["fact_id"])
            title = told(each, "title") or name
            if each["unit"] == unit:
                self._titles[name] = title
            if each["unit"] == "household":
                self._titles[f"household.{name}"] = title

    def observed(self, text: str) -> str:
        """What was seen, such as `Age 61, Alive yes`."""
        pieces = PAIR.split(text)[1:]
        pairs = zip(pieces[::2], pieces[1::2], strict=True)
        return "; ".join(f"{self._named(name)} {self._words(value)}" for name, value in pairs)

    def required(self, text: str) -> str:
        """What is asked, without the name of the fact where it is the only one."""
        if text == "-":
            return say("explain.nothing_asked")
        if text in self._titles or re.fullmatch(r"not [\w.]+", text):
            return say("explain.word_false" if text.startswith("not ") else "explain.word_true")
        name, _, rest = text.partition(" ")
        others = [each for each in WORD.findall(rest) if each in self._titles]
        alone = name in self._titles and not others
        return self._words(rest if alone else text)

    def title(self, name: str) -> str:
        """What people call a fact; its id where they have no name for it."""
        return self._titles.get(name, name)

    def _named(self, name: str) -> str:
        """What people call a fact."""
        return self._titles.get(name, _word(name) or name)

    def _words(self, text: str) -> str:
        """A condition or value with facts, signs, figures and little words made readable."""

        def readable(found: re.Match[str]) -> str:
            part = found.group()
            if part.isdigit():
                return number(int(part))
            return self._titles.get(part) or SIGNS.get(part) or _word(part) or part

        return WORD.sub(readable, text).replace("'", "")


@cache
def _words_of(chosen: str) -> dict[str, str]:
    """The little words of conditions and values in one language."""
    names = ("and", "or", "not", "in", "between", "true", "false")
    words = {name: say(f"explain.word_{name}") for name in names}
    return words | {
        "is null": say("explain.word_unknown"),
        "is not null": say("explain.word_known"),
    }


def _word(name: str) -> str | None:
    """A little word of the condition language."""
    return _words_of(language()).get(name)
