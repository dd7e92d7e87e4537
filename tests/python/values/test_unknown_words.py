"""A file full of words that nobody knows is not published; a few of them stop nothing."""

import duckdb
import pytest
from street import Street

from selaras.completeness import EXAMPLES
from selaras.dbt import run_dbt
from selaras.errors import ExitCode, Refusal
from selaras.landing import land
from selaras.publish import Wishes, publish
from selaras.workspace import Workspace


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A street whose food list says `BERHASIL DISALURKAN`, and whose card list has one slip."""
    street = Street()
    for at in range(12):
        person = street.person(f"FAMILY {chr(65 + at)}")
        street.sembako(person, STATUS_SALUR="BERHASIL DISALURKAN" if at else "Berhasil.")
        street.card_aid(person, STATUS="AKTIF" if at else "AKTIFF")
    folder = tmp_path_factory.mktemp("words")
    workspace = Workspace.at(folder / "home")
    land(street.write(folder / "inbox"), workspace)
    run_dbt(workspace, ["build", *EXAMPLES])  # only a whole build comes as far as its words
    return workspace


def test_the_refusal_names_file_word_count_and_where_to_add_it(workspace: Workspace) -> None:
    with pytest.raises(Refusal) as refused:
        publish(workspace, checks=[], wishes=Wishes(sample_key=True))
    assert refused.value.exit_code == ExitCode.VALIDATION_FAILED
    told = str(refused.value)
    for part in (
        *("bnba_sembako_2025_10.csv", "status_salur", "'BERHASIL DISALURKAN'", "11"),
        *("seeds/status_code.csv", "BERHASIL SALUR"),
    ):
        assert part in told
    assert "AKTIFF" not in told
    assert not (workspace.publish / "current").exists()


def test_the_nearest_word_is_offered_and_not_taken(workspace: Workspace) -> None:
    with duckdb.connect(str(workspace.database), read_only=True) as connection:
        assert connection.sql("""
            select status, count(*) from conformed.fct_payment
            where programme_id = 'sembako' group by all order by all
        """).fetchall() == [("succeeded", 1), ("unknown", 11)]
        assert connection.sql("""
            select written, row_count, first_line, nearest_word, are_too_many
            from ops.unknown_word where column_name = 'status'
        """).fetchall() == [("AKTIFF", 1, 2, "AKTIF", False)]
