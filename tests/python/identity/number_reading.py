"""What a NIK and a No KK are, read anew from the description of the programmes, without SQL."""

import calendar
import csv
import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from selaras.workspace import PROJECT

with (PROJECT / "seeds/province_code.csv").open(encoding="utf-8") as seed:
    PROVINCES = sorted(row["province_code"] for row in csv.DictReader(seed))
CENTURIES = (1900, 2000)


@dataclass(frozen=True)
class Written:
    """A number as it arrives, and what must become of it."""

    text: str
    number: str | None
    status: str
    repair: str | None = None
    in_number_cell: bool = False


def holds(number: str, *, is_card: bool) -> bool:
    """PPKKCC DDMMYY SSSS; 40 is added to the day of a woman, never to that of a card."""
    if len(number) != 16 or not (number.isascii() and number.isdigit()):
        return False
    day, month, year = (int(number[at : at + 2]) for at in (6, 8, 10))
    if day > 40 and not is_card:
        day -= 40
    if number[:2] not in PROVINCES or not 1 <= month <= 12 or len(set(number)) == 1:
        return False
    last = max(calendar.monthrange(century + year, month)[1] for century in CENTURIES)
    return 1 <= day <= last and number[12:] != "0000"


def spell(province: str, area: int, day: date, serial: int, *, is_woman: bool = False) -> str:
    """The number of somebody born, or of a card issued, on a day."""
    first = day.day + (40 if is_woman else 0)
    return f"{province}{area:04d}{first:02d}{day:%m%y}{serial:04d}"


def lose_nothing(number: str, chance: random.Random) -> Written:
    """A way to write a number from which it can be read again."""
    return chance.choice(REPAIRABLE)(number, chance)


def lose_something(number: str, chance: random.Random) -> Written:
    """A way to write a number after which nobody knows it any more."""
    return chance.choice(LOST)(number, chance)


def _between(number: str, chance: random.Random, signs: str, most: int) -> str:
    """The number with signs put between its digits."""
    places = sorted(chance.sample(range(1, 15), chance.randint(1, most)), reverse=True)
    for place in places:
        number = number[:place] + chance.choice(signs) + number[place:]
    return number


def _with_decimals(number: str, chance: random.Random) -> Written:
    is_rounded = number > str(2**53) and int(number) % 2 == 0
    text = number + chance.choice(".,") + "0" * chance.randint(1, 5)
    if is_rounded:
        return Written(text, None, "zeroed")
    return Written(text, number, "float", "float")


def _with_blanks(number: str, chance: random.Random) -> Written:
    signs = " \t\u00a0\u2009\u202f\u3000\u200b\u200e\u2060\ufeff'’\"`"
    return Written(_between(number, chance, signs, 4), number, "repaired", "stripped")


def _with_marks(number: str, chance: random.Random) -> Written:
    text = f"{number[:6]}{chance.choice('.-/_')}{number[6:12]}{chance.choice('.-/_')}{number[12:]}"
    return Written(text, number, "repaired", "stripped")


def _with_apostrophe(number: str, chance: random.Random) -> Written:
    text = chance.choice(["'{}", "’{}", '"{}"', '="{}"', " {}", "{} "]).format(number)
    return Written(text, number, "repaired", "stripped")


def _with_letters(number: str, chance: random.Random) -> Written:
    signs = {"0": chance.choice("Oo"), "1": chance.choice("lLIi")}
    text = "".join(signs.get(digit, digit) for digit in number)
    if text == number:
        return Written(text, number, "valid")
    return Written(text, number, "repaired", "letters")


def _on_another_keyboard(number: str, chance: random.Random) -> Written:
    zero = ord(chance.choice("０٠۰"))
    text = "".join(chr(zero + int(digit)) for digit in number)
    return Written(text, number, "repaired", "stripped")


def _without_zero(number: str, chance: random.Random) -> Written:
    old = "09" + number[2:]
    text = old[1:] + chance.choice(["", ".0", ",00"])
    return Written(text, old, "repaired", "lost_zero", in_number_cell=chance.random() < 0.5)


def _scientific(number: str, chance: random.Random) -> Written:
    shown = number[1 : 1 + chance.randint(1, 15)]
    mark, power = chance.choice(".,"), chance.choice(["E+15", "e+15", "E15", "E+015"])
    return Written(f"{number[0]}{mark}{shown}{power}", None, "scientific")


def _zeroed(number: str, chance: random.Random) -> Written:
    whole = "3" + number[1:15] + "0"
    text = chance.choice([whole, whole + ".0", f"{int(whole):,}", f"{int(whole):,}.00"])
    return Written(text, None, "zeroed", in_number_cell=True)


def _truncated(number: str, chance: random.Random) -> Written:
    kept = "3" + number[1 : chance.randint(4, 15)]
    if len(set(kept)) == 1:
        kept = "317509"
    return Written(kept + chance.choice(["", ".0", ",00", ".000"]), None, "truncated")


def _placeholder(number: str, chance: random.Random) -> Written:
    text = chance.choice("0123456789-") * chance.choice([1, 4, 16])
    return Written(text, None, "placeholder")


def _overlong(number: str, chance: random.Random) -> Written:
    return Written(number + chance.choice(["1", "11", number, "X", " A"]), None, "malformed")


Way = Callable[[str, random.Random], Written]
REPAIRABLE: list[Way] = [
    *(_with_decimals, _with_blanks, _with_marks, _with_apostrophe, _with_letters),
    *(_on_another_keyboard, _without_zero),
]
LOST: list[Way] = [_scientific, _zeroed, _truncated, _placeholder, _overlong]
