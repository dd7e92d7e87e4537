"""Seals of items: by them an answer shows what was sent, and to which agency.

The seal stands in the workbook as `seal_of_item` of macros/outbox/items.sql writes it: the facts
of the item, then a digest of id, agency and facts under the key of the pseudonyms.
"""

import csv
import hashlib
import re
from collections import Counter

from selaras.workspace import PROJECT

AGENCIES = PROJECT / "seeds" / "generated" / "agency.csv"
SEAL = re.compile("(f[0-9a-f]{24})(s[0-9a-f]{24})")


def seal_of_question(key: str, no_kk: str, nik: str, fact: str) -> str:
    """The seal of a question to a visited family: by it an answer shows what was asked of whom."""
    told = f"{key}/q/{no_kk}/{nik}/{fact}"
    return f"q{hashlib.sha256(told.encode()).hexdigest()[:24]}"


class Seals:
    """Tells of which agency an item is that comes back."""

    def __init__(self, key: str) -> None:
        self._key = key
        with AGENCIES.open(encoding="utf-8", newline="") as file:
            self._agencies = [row["agency_id"] for row in csv.DictReader(file)]
        self._seen: Counter[str] = Counter()

    def agency_of(self, item_id: str, seal: str) -> str | None:
        """The agency that was sent this very item, or None where none was."""
        found = SEAL.fullmatch(seal)
        for agency in self._agencies if found else ():
            told = f"{self._key}/s/{item_id}/{agency}/{found[1]}"
            if found[2] == f"s{hashlib.sha256(told.encode()).hexdigest()[:24]}":
                return agency
        return None

    def see(self, item_id: str, seal: str) -> None:
        """Take note of an item of the workbook, answered or not."""
        if agency := self.agency_of(item_id, seal):
            self._seen[agency] += 1

    def is_of_workbook(self, agency: str) -> bool:
        """Whether the workbook is that of an agency: most of its items are, and no tie."""
        (most, count), *others = self._seen.most_common(2)
        return agency == most and all(other < count for _, other in others)
