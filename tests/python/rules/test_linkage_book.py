"""linkage.yml and its model: what is wrong is told with its place, and nothing is compiled."""

import shutil
from pathlib import Path

import pytest

from selaras.errors import ExitCode, Refusal
from selaras.linkage.grammar.condition import flaw_in, for_dbt, for_splink, split_at
from selaras.rules.compiler import compile_rules
from selaras.workspace import PROJECT

BROKEN = {
    "a field that nothing has": ("listed.name = known.name", "listed.nama = known.name",
                                 "'nama' is no field under fields; did you mean 'name'?"),
    "a side left out": ("listed.sex = known.sex", "sex = known.sex", "'sex': write listed.<field>"),
    "a side in blocking": ("card: [no_kk]", "card: [known.no_kk]", "'known.no_kk': write"),
    "a query": ("listed.sex = known.sex", "listed.sex in (select 'x')", "is not allowed here"),
    "a function that no engine shares": ("listed.sex = known.sex", "md5(listed.sex) = known.sex",
                                         "is not allowed here"),
    "a likeness of more than fields": ("likeness(listed.name_key, known.name_key) >= 0.88\n",
                                       "likeness(upper(listed.name), known.name) >= 0.88\n",
                                       "is not allowed here"),
    "no SQL": ("listed.sex = known.sex", "listed.sex = = known.sex", "is no SQL expression"),
    "a last level with a condition": ("says: {id: terpotong, en: cut short}\n", "", "says"),
    "a name that is taken": ("      alike:\n", "      missing:\n", "'missing' is taken"),
    "a threshold above certainty": ("value: 0.999", "value: 1.5", "match has to be below 1"),
    "an unknown key": ("largest_block: 300", "biggest_block: 300", "biggest_block"),
    "a share above one": ("least_m: 0.005", "least_m: 5.0", "least_m"),
    "a block of nobody": ("largest_block: 300", "largest_block: 0", "largest_block"),
    "a required field that is not there": ("of: [sex]", "of: [gender]", "'gender' is no field"),
    "a level that was not learnt": ("      swapped:\n", "      exchanged:\n",
                                    "birth_date.exchanged' is in linkage.yml or in the model"),
}  # fmt: skip


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A copy of the rule book, to be spoilt."""
    shutil.copytree(PROJECT / "rules", tmp_path / "rules")
    return tmp_path


def refusal(project: Path) -> str:
    """Why a rule book is refused."""
    with pytest.raises(Refusal) as refused:
        compile_rules(project)
    assert refused.value.exit_code == ExitCode.RULES_REFUSED
    return str(refused.value)


@pytest.mark.parametrize("way", BROKEN)
def test_what_is_wrong_is_told_with_its_place(book: Path, way: str) -> None:
    right, wrong, told = BROKEN[way]
    path = book / "rules/linkage.yml"
    text = path.read_text(encoding="utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    message = refusal(book)
    assert told in message
    assert "rules/linkage.yml:" in message or "rules/linkage/model.yml:" in message


def test_a_missing_model_names_the_command(book: Path) -> None:
    (book / "rules/linkage/model.yml").unlink()
    assert "run `selaras linkage train`" in refusal(book)


@pytest.mark.parametrize(
    ("right", "wrong"), [("m: ", "m: -"), ("u: 0", "u: nan"), ("seed:", "sed:")]
)
def test_a_model_that_was_written_by_hand_is_refused(book: Path, right: str, wrong: str) -> None:
    path = book / "rules/linkage/model.yml"
    path.write_text(path.read_text(encoding="utf-8").replace(right, wrong, 1), encoding="utf-8")
    assert "rules/linkage/model.yml:" in refusal(book)


def test_a_book_without_linkage_compiles_to_everything_else(book: Path) -> None:
    (book / "rules/linkage.yml").unlink()
    assert not [path for path in compile_rules(book) if "linkage" in path.parts]


def test_the_digest_of_matches_is_of_both_files(book: Path) -> None:
    def digest() -> str:
        return compile_rules(book)[Path("macros/generated/linkage.sql")]

    digests = [digest()]
    for name in ("linkage.yml", "linkage/model.yml"):
        path = book / "rules" / name
        path.write_text(path.read_text(encoding="utf-8") + "# a thought\n", encoding="utf-8")
        digests.append(digest())
    assert len(set(digests)) == len(digests)


def test_a_condition_is_written_for_dbt_and_for_splink() -> None:
    text = "edit_distance(listed.a, known.a) <= 2\n  and left(listed.b, 3) = known.b"
    assert for_dbt(text) == (
        "{{ edit_distance('listed.a', 'known.a') }} <= 2 and left(listed.b, 3) = known.b"
    )
    assert for_splink(text) == "damerau_levenshtein(a_l, a_r) <= 2 and left(b_l, 3) = b_r"


def test_a_condition_is_cut_only_between_its_parts() -> None:
    text = "listed.a between 1 and 3 and (listed.b = 1 or listed.b = 2) or known.c = 1"
    assert split_at(text) == [
        "listed.a between 1 and 3",
        "and (listed.b = 1 or listed.b = 2)",
        "or known.c = 1",
    ]


@pytest.mark.parametrize(
    "text", ["a; drop table x", "a -- b", "(select 1)", "a::integer", "$1", ""]
)
def test_nothing_but_a_condition_passes(text: str) -> None:
    assert flaw_in(text, {"a", "b"}, has_sides=False) is not None
