"""What is Jakarta's own stands in configuration, rules, contracts and seeds, and not in code.

The names are its own words for itself, its zone, its province code, its cities and districts, its
agencies and its programmes. `STAYS` says why what is left has to stay.
"""

import csv
import re
from collections.abc import Iterator

import pytest
import yaml

from selaras.workspace import PROJECT

KINDS = {".py", ".sql", ".yml", ".html"}
# An invented Jakarta is drawn there; the rule book's word for a fact is a name that others rely on.
LEFT_OUT = (
    "scripts/selaras/sample/",
    "macros/generated/",
    *(f"models/staging/{agency}/" for agency in ("bapenda", "dinsos", "disdik", "dukcapil")),
)
FACTS = re.compile(r"\w*(?:has_jakarta_id|lives_in_jakarta)\b")
STAYS = {
    "macros/cleaning/number_text.sql": "numbers that Jakarta gave begin with 09 wherever they are",
    "macros/cleaning/_cleaning__macros.yml": "says the same",
    "scripts/selaras/landing/words.yml": "how titles and headings of lists of Jakarta begin",
    "scripts/selaras/report/tiles.yml": "data: where kecamatan stand on the map of the report",
    "scripts/selaras/messages/report.yml": "short names, by the id of a programme; a new one is"
    " called by its id",
    "scripts/selaras/messages/cli.yml": "a name of a programme, to show what one looks like",
    "scripts/selaras/messages/new.yml": "the same",
    "scripts/selaras/rules/grammar/rule.py": "the same",
    "scripts/selaras/rules/check/entitlements.py": "an agency, to show what an id looks like",
    "models/conformed/person_told.sql": "PBI APBD is what every province pays premiums as",
    "models/staging/bps/_bps__sources.yml": "the same",
    "models/staging/kemendikdasmen/_kemendikdasmen__sources.yml": "contract: how the ministry names"
    " the file for a province",
    "seeds/_population_jakarta.yml": "data: whom the invented Jakarta is drawn after",
    "seeds/_reference__seeds.yml": "data: the old numbers of Jakarta",
}


def names() -> list[str]:
    """Jakarta's own names, as patterns over lower-case text."""
    found = {"dki", "jakarta", "wib", r"(?<![\d.])31\d{2}(?:\d{2}){0,3}(?!\d)", "[\"']31[\"']"}
    with (PROJECT / "seeds/region.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            found |= {re.escape(row[each].lower()) for each in ("city_name", "district_name")}
    register = yaml.safe_load((PROJECT / "rules/programmes.yml").read_text(encoding="utf-8"))
    agencies = register["agencies"]
    found |= {name for name, each in agencies.items() if each["level"] == "province"}
    for path in (PROJECT / "rules").glob("*.yml"):
        text = path.read_text(encoding="utf-8")
        if re.search(r"^level: province$", text, re.MULTILINE):
            found.add(path.stem)
    return sorted(found)


OWN = re.compile("|".join(rf"(?<![a-z0-9]){name}(?![a-z0-9])" for name in names()))


def naming(text: str) -> list[str]:
    """The names of Jakarta in a text."""
    return OWN.findall(FACTS.sub("", text).lower())


def code() -> Iterator[tuple[str, str]]:
    """Every file of code and every description, but lists of the province, examples, and what
    compile wrote.
    """
    hand = [*(PROJECT / "scripts/selaras").rglob("*"), *(PROJECT / "macros").rglob("*")]
    hand += [*(PROJECT / "models").rglob("*"), *(PROJECT / "seeds").glob("*")]
    for path in sorted(hand):
        place = path.relative_to(PROJECT).as_posix()
        if path.suffix in KINDS and not place.startswith(LEFT_OUT) and "unit_tests" not in place:
            text = path.read_text(encoding="utf-8")
            if "ritten by `selaras compile`" not in text[:200]:
                yield place, text


def test_no_code_says_jakarta_but_where_it_has_to() -> None:
    found = {place: naming(text) for place, text in code()}
    assert len(found) > 400
    rest = {place: said for place, said in found.items() if said and place not in STAYS}
    assert rest == {}
    assert [place for place in STAYS if not found[place]] == []


@pytest.mark.parametrize(
    "text",
    [
        "'dinsos_dki' as decided_by_agency",
        "DKI",
        "the day in Jakarta",
        "JAKARTA = timezone(timedelta(hours=7))",
        "( ?WIB)?$",
        "where province_code = '31'",
        "3171",
        "where city_name = 'Kota Administrasi Jakarta Barat'",
        "in ('Kebayoran Lama')",
        "ref('stg_disdik__kjp_plus')",
    ],
)
def test_a_name_of_jakarta_is_noticed(text: str) -> None:
    assert naming(text)


@pytest.mark.parametrize("text", ["2031-10-24", "0.31", "day 31", "123100", "a.lives_in_jakarta"])
def test_what_only_looks_like_one_is_not(text: str) -> None:
    assert naming(text) == []
