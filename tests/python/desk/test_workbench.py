"""The workbench: what an analyst sees while typing, what is saved, and what nobody may."""

import re
import shutil
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import duckdb
import pytest
from flask.testing import FlaskClient

from selaras.errors import Refusal
from selaras.rules.compiler import compile_rules, stale_files
from selaras.workbench import draft
from selaras.workbench.app import Bench, create_app
from selaras.workbench.aside import Aside
from selaras.workbench.draft import Draft, laid, opened
from selaras.workbench.in_time import SecondLook, effect, second_look
from selaras.workspace import PROJECT, Workspace

TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
KLJ = (PROJECT / "rules" / "klj.yml").read_text(encoding="utf-8")
FOLDERS = ("rules", "models", "macros", "seeds", "docs/programmes", "docs/id/programmes")


@pytest.fixture(scope="module")
def copied_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of its own, which a save may write."""
    folder = tmp_path_factory.mktemp("project")
    for name in FOLDERS:
        shutil.copytree(PROJECT / name, folder / name)
    return folder


@pytest.fixture
def project(copied_project: Path) -> Iterator[Path]:
    """The same, whose rule is as before when a test is done."""
    yield copied_project
    (copied_project / "rules" / "klj.yml").write_text(KLJ, encoding="utf-8")


def entered(bench: Bench) -> FlaskClient:
    """Somebody who opened the address with the key."""
    client = create_app(bench).test_client()
    assert client.get(f"/enter/{bench.key}").status_code == 302
    page = client.get("/rules/programmes").text
    client.environ_base["TOKEN"] = TOKEN.search(page)[1]  # of the session
    return client


@pytest.fixture(scope="module")
def reading(built: Workspace) -> FlaskClient:
    """A workbench on the real rule book, of which nothing is saved."""
    return entered(Bench(built, PROJECT))


@pytest.fixture(scope="module")
def bench(copied_project: Path, built: Workspace) -> FlaskClient:
    return entered(Bench(replace(built, project=copied_project), PROJECT))


@pytest.fixture
def writing(bench: FlaskClient, project: Path) -> FlaskClient:
    """A workbench on a project of its own."""
    return bench


def send(client: FlaskClient, what: str, text: str, name: str = "klj", digest: str | None = None):
    """What a page sends when somebody typed."""
    form = {"text": text, "digest": digest or opened(PROJECT, name).digest}
    headers = {"X-CSRFToken": client.environ_base["TOKEN"]}
    return client.post(f"/rules/{name}/{what}", data=form, headers=headers)


def line_of(words: str, text: str = KLJ) -> int:
    """The line on which some words stand."""
    return text[: text.index(words)].count("\n") + 1


def test_a_file_stands_beside_its_examples_sentences_and_page(reading: FlaskClient) -> None:
    page = reading.get("/rules/klj").text
    assert f'name="digest" value="{opened(PROJECT, "klj").digest}"' in page
    count = KLJ.count("\n  - name: ")
    assert page.count('<tr class="green">') == count and '<tr class="red">' not in page
    assert "Berusia 60 tahun atau lebih." in page and "Is 60 or older." in page
    assert "<h3>Jakarta Senior Card</h3>" in page and "&lt;br&gt;" not in page
    assert "# yaml-language-server: $schema" in page  # the text itself


def test_an_error_is_told_at_its_line_in_the_words_of_compile(
    reading: FlaskClient, project: Path
) -> None:
    wrong = KLJ.replace("when: is_alive", "when: is_alife")
    answer = send(reading, "at-once", wrong).text
    (project / "rules" / "klj.yml").write_text(wrong, encoding="utf-8")
    with pytest.raises(Refusal) as refused:
        compile_rules(project)
    (told,) = [each for each in str(refused.value).splitlines() if "klj.yml" in each]
    line, message = re.fullmatch(r"rules/klj\.yml:(\d+):\d+: (.+)", told).groups()
    assert int(line) == line_of("when: is_alive")
    assert f'data-line="{line}"' in answer
    assert message in answer.replace("&#39;", "'").replace("&#34;", '"')


@pytest.mark.parametrize("sign", ["\x00", "\u2028", "\x85", "\x0c"])
def test_a_sign_that_is_not_seen_is_told_at_its_line(reading: FlaskClient, sign: str) -> None:
    odd = KLJ.replace("applies_to:", f"# a{sign}note\napplies_to:")
    assert f'data-line="{line_of("applies_to:")}"' in send(reading, "at-once", odd).text


def test_an_edit_turns_examples_red_and_is_told_in_words(reading: FlaskClient) -> None:
    answer = send(reading, "at-once", KLJ.replace("{value: 60,", "{value: 61,")).text
    assert '<tr class="red">' in answer
    assert "someone of sixty with nothing against them is eligible" in answer.partition("green")[0]
    assert "61" in answer and "Is 61 or older." in answer
    assert re.search(r"minimum_age.*60.*61", answer)


def test_a_text_of_another_rule_stays_words(reading: FlaskClient) -> None:
    odd = KLJ.replace(
        "en: Jakarta Senior Card", 'en: "<script>alert(1)</script> <b>x</b> ![x](http://a.example)"'
    )
    answer = send(reading, "at-once", odd).text
    assert "<script>" not in answer and "<b>x" not in answer and "<img" not in answer


def test_overlaps_are_tried_too(reading: FlaskClient) -> None:
    text = (PROJECT / "rules" / "overlaps.yml").read_text(encoding="utf-8")
    page = reading.get("/rules/overlaps").text
    assert page.count('<tr class="green">') == len(re.findall(r"^      - name: ", text, re.M))
    assert '<tr class="red">' not in page


def test_a_file_that_is_no_text_is_a_sentence(project: Path) -> None:
    (project / "rules" / "klj.yml").write_bytes(b"programme: klj # \xff\n")
    with pytest.raises(Refusal, match="UTF-8"):
        opened(project, "klj")


def test_what_is_wrong_is_told_once() -> None:
    """A second look does not say again what stands beside the text already."""
    wrong = KLJ.replace("minimum_age:", "minimum_agee:", 1)
    with laid(PROJECT, Draft("klj", wrong, "")) as copy:
        assert second_look(copy, "klj", date(2026, 1, 1)) == SecondLook([], None, is_read=False)


def test_a_second_look_finds_what_examples_do_not_notice() -> None:
    """Without the example of its last day nothing tells that the programme runs until then."""
    text = (PROJECT / "rules" / "blts.yml").read_text(encoding="utf-8")
    start = text.index("  - name: the fourth decile is still served on the last day")
    weaker = text[:start] + text[text.index("  - name: the day after it ended") :]
    with laid(PROJECT, Draft("blts", weaker, "")) as copy:
        found = second_look(copy, "blts", date(2026, 1, 1))
    said = [(each.was, each.became) for each in found.hunt.survivors]
    assert ("valid_to: 2026-01-01", "valid_to: 2025-12-31") in said


def test_who_gains_and_loses_is_what_the_verdicts_say(built: Workspace) -> None:
    """A minimum age of sixty-five: counted from ages and verdicts, without judging again."""
    older = KLJ.replace("{value: 60,", "{value: 65,")
    with laid(PROJECT, Draft("klj", older, "")) as copy:
        found = effect(built, PROJECT, copy)
    with duckdb.connect(str(built.database), read_only=True) as connection:
        loses, families = connection.execute("""
            select count(*), count(distinct verdict.household_id)
            from eligibility.fct_eligibility as verdict
            inner join conformed.dim_person as person using (person_id)
            where verdict.programme_id = 'klj' and verdict.verdict = 'eligible'
                and person.age_years < 65
        """).fetchone()
    (row,) = [each for each in found.totals if each["programme_id"] == "klj"]
    assert (row["loses"], row["families_lose"]) == (loses, families) and loses > 0
    assert row["certain_before"] - row["certain_after"] == 300_000 * loses


def test_what_is_given_up_answers_nothing_and_ends() -> None:
    aside, told = Aside(), []
    asking = threading.Thread(target=lambda: told.append(aside.answer("x", time.sleep, 60)))
    asking.start()
    while not aside._running:
        time.sleep(0.01)
    aside.give_up("x")
    asking.join(5)
    assert told == [None]


def test_work_on_the_same_text_goes_on() -> None:
    """Errors are asked for while somebody waits for families."""
    aside, told = Aside(), []
    work = (time.sleep, 1)
    asking = threading.Thread(target=lambda: told.append(aside.answer("x", *work, text="a")))
    asking.start()
    while not aside._running:
        time.sleep(0.01)
    process = aside._running["x"][1]
    aside.give_up("x", but_of="a")
    assert process.is_alive()
    aside.give_up("x", but_of="b")
    asking.join(30)
    assert not process.is_alive() and told == [None]


# Saving.


def test_saving_keeps_comments_and_compiles(writing: FlaskClient, project: Path) -> None:
    text = KLJ.replace("{value: 60,", "{value: 61,").replace(
        "applies_to:", "# why everybody of that age\napplies_to:"
    )
    text = re.sub(r"age_years: (59|60)\b", lambda age: f"age_years: {int(age[1]) + 1}", text)
    answer = send(writing, "save", text.replace("\n", "\r\n"))
    assert answer.status_code == 200
    assert (project / "rules" / "klj.yml").read_text(encoding="utf-8") == text
    assert not stale_files(project, compile_rules(project))
    assert "61" in (project / "models/eligibility/elig_klj.sql").read_text(encoding="utf-8")
    again = send(writing, "save", KLJ, digest=answer.json["digest"])
    assert again.status_code == 200 and (project / "rules/klj.yml").read_text("utf-8") == KLJ


def test_what_changed_on_disk_meanwhile_is_not_written_over(
    writing: FlaskClient, project: Path
) -> None:
    path = project / "rules" / "klj.yml"
    path.write_text(f"{KLJ}# somebody else\n", encoding="utf-8")
    answer = send(writing, "save", KLJ.replace("value: 60,", "value: 61,"))
    assert answer.status_code == 422 and "rules/klj.yml" in answer.text
    assert path.read_text(encoding="utf-8") == f"{KLJ}# somebody else\n"


def test_what_changed_while_it_was_compiled_is_not_written_over(
    writing: FlaskClient, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = project / "rules" / "klj.yml"

    def slowly(copy: Path) -> dict[Path, str]:
        path.write_text(f"{KLJ}# somebody else\n", encoding="utf-8")
        return compile_rules(copy)

    monkeypatch.setattr(draft, "compile_rules", slowly)
    answer = send(writing, "save", KLJ.replace("value: 60,", "value: 61,"))
    assert answer.status_code == 422
    assert path.read_text(encoding="utf-8") == f"{KLJ}# somebody else\n"


def test_a_save_leaves_who_may_read_a_file(writing: FlaskClient, project: Path) -> None:
    path = project / "rules" / "klj.yml"
    path.chmod(0o660)
    answer = send(writing, "save", f"{KLJ}# a note\n")
    assert path.read_text(encoding="utf-8") == f"{KLJ}# a note\n"
    assert path.stat().st_mode & 0o777 == 0o660
    assert send(writing, "save", KLJ, digest=answer.json["digest"]).status_code == 200


def test_a_link_that_leads_nowhere_is_told_of(writing: FlaskClient, project: Path) -> None:
    """An editor leaves one beside a file that is open in it."""
    link = project / "rules" / ".#klj.yml"
    link.symlink_to("analyst@host.1")
    answer = send(writing, "at-once", KLJ)
    link.unlink()
    assert answer.status_code == 200 and "rules/.#klj.yml" in answer.text


def test_what_does_not_compile_is_not_saved(writing: FlaskClient, project: Path) -> None:
    answer = send(writing, "save", KLJ.replace("when: is_alive", "when: is_alife"))
    assert answer.status_code == 422 and "is_alife" in answer.text
    assert (project / "rules" / "klj.yml").read_text(encoding="utf-8") == KLJ
    assert not stale_files(project, compile_rules(project))


# What a stranger tries.


@pytest.mark.parametrize(
    "name", ["..%2f..%2fpyproject", "../pyproject", "linkage/model", "klj.yml", "nowhere", ".."]
)
def test_only_files_of_the_rule_book_are_opened(reading: FlaskClient, name: str) -> None:
    assert reading.get(f"/rules/{name}").status_code == 404


def test_a_link_that_leads_elsewhere_is_no_file_of_the_rule_book(
    writing: FlaskClient, project: Path, tmp_path: Path
) -> None:
    (tmp_path / "secret.yml").write_text("secret: true", encoding="utf-8")
    link = project / "rules" / "secret.yml"
    link.symlink_to(tmp_path / "secret.yml")
    assert writing.get("/rules/secret").status_code == 404
    link.unlink()


@pytest.mark.parametrize("what", ["at-once", "second-look", "effect", "save"])
def test_a_forged_request_is_refused(reading: FlaskClient, what: str) -> None:
    assert reading.post(f"/rules/klj/{what}", data={"text": KLJ}).status_code == 400


def test_nobody_comes_in_without_the_key(reading: FlaskClient) -> None:
    client = reading.application.test_client()
    for path in ("/", "/rules/klj", "/enter/other"):
        assert client.get(path).status_code == 403


def test_pages_run_their_own_script_only_and_answer_to_this_machine(reading: FlaskClient) -> None:
    policy = reading.get("/").headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "script-src 'self'" in policy
    assert "unsafe" not in policy and "http" not in policy
    assert reading.get("/theme.css", headers={"Host": "example.org"}).status_code == 400
