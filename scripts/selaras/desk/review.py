"""The review queue of the linkage: one pair after another, side by side, and who said what."""

import json
import threading
from dataclasses import dataclass
from pathlib import Path

import duckdb

from selaras.cli.codes import Codes
from selaras.cli.evidence import compared
from selaras.warehouse import Row, rows

SAME, DIFFERENT = "same_person", "different_person"
ANSWERS = (SAME, DIFFERENT)
FIRST_ANSWERS = "answers.json"
FACTS = ("name", "nik", "no_kk", "birth_date", "sex", "region")
# The pairs that nobody decided on, the least sure first: there people know most that scores do not.
QUEUE = """
    with record as (
        select record_id, nik, no_kk, name, birth_date, sex, region_code
        from identity.list_record
        union all by name
        select record_id, nik, no_kk, name, birth_date, sex, region_code
        from identity.member_record
        union all by name
        select record_id, nik, no_kk, name, birth_date, sex, region_code
        from identity.family_record
    )

    select
        candidate.*,
        record.name as row_name,
        record.nik as row_nik,
        record.no_kk as row_no_kk,
        record.birth_date as row_birth_date,
        record.sex as row_sex,
        row_place.region_name as row_region,
        person.full_name as known_name,
        person.nik as known_nik,
        household.no_kk as known_no_kk,
        person.birth_date as known_birth_date,
        person.sex as known_sex,
        known_place.region_name as known_region

    from identity.candidate as candidate
    inner join record using (record_id)
    inner join conformed.dim_person as person using (person_id)
    left join conformed.dim_household as household
        on person.household_id = household.household_id
    left join conformed.dim_region as row_place
        on record.region_code = row_place.region_code
    left join conformed.dim_region as known_place
        on person.region_code = known_place.region_code
    where candidate.status = 'open'
    order by candidate.score, candidate.candidate_id
"""


@dataclass(frozen=True)
class Pair:
    """A row of a list beside a person: each fact of both, and what was compared, in words."""

    candidate: str
    person: str
    of_list: str
    facts: list[tuple[str, str, str]]
    compared: list[tuple[str, str, str]]


def queue(connection: duckdb.DuckDBPyConnection) -> list[Row]:
    """The pairs that wait for people, in their order."""
    return rows(connection, QUEUE)


def in_words(connection: duckdb.DuckDBPyConnection, row: Row) -> Pair:
    """One row of the queue."""
    codes = Codes(rows(connection, "from reference.code_label"))
    levels = rows(connection, "from reference.linkage_level")
    words = {(each["comparison_id"], each["level_id"]): each for each in levels}
    row |= {name: codes("sex", row[name]) for name in ("row_sex", "known_sex")}
    return Pair(
        str(row["candidate_id"]),
        str(row["person_id"]),
        f"{codes.list_of(row)} · {row['file']} · {row['line']}",
        [(fact, _text(row[f"row_{fact}"]), _text(row[f"known_{fact}"])) for fact in FACTS],
        compared(str(row["evidence"]), words),
    )


def _text(value: object) -> str:
    """A value, or nothing."""
    return "" if value is None else str(value)


class FirstAnswers:
    """What the first of two people said, kept beside the users until the second has said it."""

    def __init__(self, folder: Path) -> None:
        self._path, self._lock = folder / FIRST_ANSWERS, threading.Lock()

    def said_by(self, user: str) -> set[str]:
        """The candidates on which a user gave the first answer."""
        return {name for name, (by, _) in self._read().items() if by == user}

    def agree(self, candidate: str, user: str, answer: str) -> str | None:
        """Who said the same before; None for a first answer, which is kept, and for a second that
        differs, which takes the first one away, so that both look once more."""
        with self._lock:
            known = self._read()
            by, said = known.pop(candidate, (user, answer))
            if by == user:
                known[candidate] = (user, answer)
            draft = self._path.with_name(f".{FIRST_ANSWERS}")
            draft.write_text(json.dumps(known), encoding="utf-8")
            draft.replace(self._path)  # whole, for whoever reads it meanwhile
        return by if by != user and said == answer else None

    def _read(self) -> dict[str, tuple[str, str]]:
        """The first answers by candidate: who, and what."""
        told = self._path.read_text(encoding="utf-8") if self._path.exists() else "{}"
        return {name: (by, said) for name, (by, said) in json.loads(told).items()}
