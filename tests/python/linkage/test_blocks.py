"""Who is set beside whom: compiled blocks beside a plain loop over all records."""

import itertools
import random
from collections import Counter
from collections.abc import Callable, Hashable
from dataclasses import replace
from datetime import date

import duckdb
import pytest

from selaras.linkage.compile.files import linkage_macros
from selaras.linkage.compile.queries import plain_sql
from selaras.linkage.grammar.weights import Linkage
from selaras.rules.check.whole_book import read_book
from selaras.rules.read.problems import Problems
from selaras.rules.sql.without_dbt import Renderer
from selaras.workspace import PROJECT

Record = dict[str, object]
RULES = {
    "card": ["no_kk"],
    "words": ["first_word", "last_word"],
    "name_and_swapped_date": [
        *("name_key", "year(birth_date)", "month(birth_date) + day(birth_date)"),
    ],
}
# The same rules said a second time, in Python.
KEYS: dict[str, Callable[[Record], tuple[Hashable, ...]]] = {
    "card": lambda each: (each["no_kk"],),
    "words": lambda each: (each["first_word"], each["last_word"]),
    "name_and_swapped_date": lambda each: (
        *(each["name_key"], each["birth_date"] and each["birth_date"].year),
        each["birth_date"] and each["birth_date"].month + each["birth_date"].day,
    ),
}
LARGEST = 3
FIELDS = {"no_kk": "varchar", "first_word": "varchar", "last_word": "varchar",
          "name_key": "varchar", "birth_date": "date"}  # fmt: skip


@pytest.fixture(scope="module")
def linkage() -> Linkage:
    """The committed linkage with three rules and small blocks."""
    book = read_book(PROJECT, Problems())
    assert book and book.linkage
    small = book.linkage.book.model_copy(update={"blocking": RULES, "largest_block": LARGEST})
    return replace(book.linkage, book=small)


def drawn(seed: int, count: int) -> list[Record]:
    """Records of so few values that many agree, some without one."""
    chance = random.Random(seed)
    values = {
        "no_kk": ["1", "2", "3", "4", "5", "6", None],
        "first_word": ["A", "AB", "", None],
        "last_word": ["BC", "C", "", None],
        "name_key": ["A BC", "AB C", None],
        "birth_date": [date(1990, 3, 4), date(1990, 4, 3), date(1991, 3, 4), None],
    }
    return [{name: chance.choice(each) for name, each in values.items()} for _ in range(count)]


def blocks_of(listed: list[Record], known: list[Record]) -> dict[tuple, tuple[list, list]]:
    """The records and people of each block that has both, by rule and key."""
    found = {}
    for rule, key_of in KEYS.items():
        for key in {key_of(each) for each in listed}:
            if None not in key:
                sides = [
                    [at for at, each in enumerate(side) if key_of(each) == key]
                    for side in (listed, known)
                ]
                if sides[1]:
                    found[rule, key] = (sides[0], sides[1])
    return found


def is_left_out(records: list[int], people: list[int]) -> bool:
    return len(people) > LARGEST or len(records) * len(people) > LARGEST**2


def filled(db: duckdb.DuckDBPyConnection, listed: list[Record], known: list[Record]) -> None:
    """Both sides as tables; the place of a record is its id."""
    columns = ", ".join(f"{name} {kind}" for name, kind in FIELDS.items())
    for table, key, side in (("listed", "record_id", listed), ("known", "known_id", known)):
        db.execute(f"create table {table} ({key} integer, {columns})")
        for at, each in enumerate(side):
            db.execute(f"insert into {table} values (?, ?, ?, ?, ?, ?)", [at, *each.values()])


@pytest.mark.parametrize("seed", range(8))
def test_pairs_and_block_sizes_are_those_of_a_plain_loop(linkage: Linkage, seed: int) -> None:
    listed, known = drawn(seed, 12), drawn(seed + 100, 20)
    blocks = blocks_of(listed, known)
    wanted = {
        pair
        for records, people in blocks.values()
        if not is_left_out(records, people)
        for pair in itertools.product(records, people)
    }
    assert wanted and any(is_left_out(*each) for each in blocks.values())
    sizes = Renderer(PROJECT, linkage_macros(linkage).values()).render(
        "{{ block_sizes_of('list', 'pair', 'listed', 'known') }}"
    )
    with duckdb.connect() as db:
        filled(db, listed, known)
        db.execute(f"create table pair as {plain_sql(linkage, 'listed', 'known')[0]}")
        found = db.execute("select record_id, known_id from pair").fetchall()
        counted = {each[1]: each[2:] for each in db.execute(sizes).fetchall()}
    assert Counter(found) == Counter(wanted)
    paired = {record for record, _ in wanted}
    for rule in {rule for rule, _ in blocks}:
        own = [each for (name, _), each in blocks.items() if name == rule]
        crowds = [each for each in own if is_left_out(*each)]
        all_pairs = sum(len(records) * len(people) for records, people in own)
        left_pairs = sum(len(records) * len(people) for records, people in crowds)
        lone = {record for records, _ in crowds for record in records} - paired
        assert counted[rule] == (
            *(len(own), len(crowds), max(len(people) for _, people in own)),
            *(all_pairs - left_pairs, left_pairs, len(lone)),
        )
    assert set(counted) == {rule for rule, _ in blocks}


def test_parts_of_a_key_do_not_run_into_each_other(linkage: Linkage) -> None:
    nobody = dict.fromkeys(FIELDS)
    listed, known = [
        [nobody | {"first_word": first, "last_word": last}]
        for first, last in (("A", "BC"), ("AB", "C"))
    ]
    with duckdb.connect() as db:
        filled(db, listed, known)
        assert db.execute(plain_sql(linkage, "listed", "known")[0]).fetchall() == []


@pytest.mark.parametrize("macro", ["normalise_name('raw')", "without_blanks('raw')"])
def test_cleaning_leaves_the_sign_between_the_parts_in_no_name_and_no_number(macro: str) -> None:
    clean = Renderer(PROJECT).render(f"{{{{ {macro} }}}}")
    with duckdb.connect() as db:
        raw = "select 'SITI' || chr(31) || '3171' as raw"
        assert db.execute(f"select contains({clean}, chr(31)) from ({raw})").fetchone() == (False,)
