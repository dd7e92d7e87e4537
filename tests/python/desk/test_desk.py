"""The desk: what an officer may do, and what nobody may."""

import csv
import re
import shutil
import threading
import time
from datetime import date, timedelta
from functools import partial
from html import unescape
from pathlib import Path

import duckdb
import pytest
from flask import Flask
from flask.testing import FlaskClient

from selaras.ask.family import with_questions
from selaras.clock import today
from selaras.desk.app import Setting, create_app
from selaras.desk.copied import Copy, renew_copy
from selaras.desk.entry import next_drop
from selaras.desk.proxy import Proxy
from selaras.desk.users import keep_user, users
from selaras.explain import explained
from selaras.landing import land
from selaras.messages import language
from selaras.privacy.access import looks
from selaras.warehouse import open_warehouse
from selaras.workspace import Workspace

PASSWORD = "benar kuda baterai staples"
TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')


@pytest.fixture(scope="module")
def home(built: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A home with the built warehouse, copied for the desk, and one user."""
    workspace = Workspace.at(tmp_path_factory.mktemp("desk"))
    workspace.database.symlink_to(built.database)
    workspace.landing.symlink_to(built.landing)
    keep_user(workspace.desk, "ani", "officer", PASSWORD)
    renew_copy(workspace)
    return workspace


@pytest.fixture
def drops(tmp_path: Path) -> Path:
    """An inbox in which the last drop came a week ago."""
    (tmp_path / (today() - timedelta(7)).isoformat()).mkdir()
    return tmp_path


@pytest.fixture
def app(home: Workspace, drops: Path) -> Flask:
    return create_app(home, drops, Setting(["localhost"]))


def token(client: FlaskClient, page: str = "/sign-in") -> str:
    """The mark against forged requests that a page carries."""
    return TOKEN.search(client.get(page).text)[1]


def sign_in(client: FlaskClient, password: str = PASSWORD, name: str = "ani"):
    form = {"csrf_token": token(client), "name": name, "password": password}
    return client.post("/sign-in", data=form)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """Somebody who signed in."""
    client = app.test_client()
    assert sign_in(client).status_code == 302
    return client


def look_up(client: FlaskClient, **form: str):
    return client.post("/look-up", data={"csrf_token": token(client, "/"), **form})


@pytest.fixture(scope="module")
def somebody(home: Workspace) -> dict[str, object]:
    """A person of whom a criterion that can be contested is not met, read without the desk."""
    with duckdb.connect(str(home.database), read_only=True) as connection:
        found = connection.execute("""
            select person.nik, person.full_name, person.birth_date, household.no_kk,
                person.person_id, reason.programme_id, reason.criterion_id
            from eligibility.fct_eligibility_reason as reason
            inner join reference.criterion as criterion using (programme_id, criterion_id)
            inner join conformed.dim_person as person
                on reason.person_id = person.person_id
            inner join conformed.dim_household as household
                on person.household_id = household.household_id
            where criterion.is_contestable and not reason.outcome and not reason.is_contested
            order by all limit 1
        """)
        names = [each[0] for each in found.description]
        return dict(zip(names, found.fetchone(), strict=True))


def test_an_officer_sees_the_shortest_list_of_questions(
    client: FlaskClient, home: Workspace
) -> None:
    with open_warehouse(home) as connection:
        (card,) = connection.execute("""
            select household.no_kk from eligibility.fct_eligibility as judged
            inner join conformed.dim_household as household using (household_id)
            where judged.verdict = 'undetermined'
            group by all order by count(*) desc, household.no_kk limit 1
        """).fetchone()
        found = explained(connection, card)
    page = look_up(client, who=card, why="di loket").headers["Location"]
    assert f'href="{page}/questions"' in client.get(page).text
    listed = re.findall("<li>(.*?)</li>", client.get(f"{page}/questions").text)
    told, title = with_questions(home, found), f"title_{language()}"
    assert len(listed) == len(told.questions) > 5
    titles = {(each["unit"], each["fact_id"]): each[title] for each in told.vocabulary}
    for line, row in zip(listed, told.questions, strict=True):
        unit = "person" if row["person_id"] else "household"
        assert row["fact"] is None or titles[(unit, row["fact"])] in unescape(line)


def test_an_officer_sees_a_family_and_the_look_is_written_down(
    client: FlaskClient, home: Workspace, somebody: dict
) -> None:
    before = len(looks(home)[0])
    answer = look_up(client, who=somebody["nik"], why="di loket")
    assert answer.status_code == 302
    assert not re.search(r"\d{16}", answer.headers["Location"])
    page = client.get(answer.headers["Location"]).text
    assert somebody["full_name"].replace("'", "&#39;") in page and somebody["no_kk"] in page
    found, broken = looks(home)
    assert broken is None and len(found) == before + 1
    last = found[-1]
    assert (last.who, last.whom, last.why) == ("ani", somebody["person_id"], "di loket")


def test_a_kept_cookie_ends_with_its_session(client: FlaskClient, app: Flask) -> None:
    kept = client.get_cookie("selaras").value
    other = app.test_client()
    other.set_cookie("selaras", kept)
    assert other.get("/").status_code == 200
    client.post("/sign-out", data={"csrf_token": token(client, "/")})
    other.set_cookie("selaras", kept)
    assert other.get("/").status_code == 302


def test_a_name_and_a_birth_date_find_the_same_person(client: FlaskClient, somebody: dict) -> None:
    born = str(somebody["birth_date"])
    answer = look_up(client, name=somebody["full_name"].lower(), born=born, why="di loket")
    assert answer.status_code == 200 and somebody["person_id"] in answer.text
    assert somebody["nik"] not in answer.text and somebody["nik"][-4:] in answer.text


def test_the_letter_says_what_stands_in_the_way_and_how_to_object(
    client: FlaskClient, somebody: dict, home: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SELARAS_LANG", "id")
    place = look_up(client, who=somebody["nik"], why="surat").headers["Location"]
    letter = client.get(f"{place}/letter").text
    with duckdb.connect(str(home.database), read_only=True) as connection:
        (says,) = connection.execute(
            "select says_id from eligibility.fct_eligibility_reason where person_id = ?"
            " and programme_id = ? and criterion_id = ?",
            [somebody["person_id"], somebody["programme_id"], somebody["criterion_id"]],
        ).fetchone()
    assert somebody["person_id"] not in letter  # it would lead to published records
    assert says in letter and "mengajukan keberatan (sanggah)" in letter


def test_an_objection_goes_into_the_next_drop_with_all_that_were_there(
    client: FlaskClient, somebody: dict, drops: Path, home: Workspace, tmp_path: Path
) -> None:
    place = look_up(client, who=somebody["nik"], why="sanggah").headers["Location"]
    form = {"against": f"{somebody['programme_id']}:{somebody['criterion_id']}", "note": "Dijual"}
    for _ in range(2):
        sent = {"csrf_token": token(client, place), **form}
        assert client.post(f"{place}/objection", data=sent).status_code == 302
    day = today()
    path = drops / day.isoformat() / f"sanggah_{day:%Y%m%d}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with duckdb.connect() as connection:
        folder = sorted(home.landing.glob("dinsos/objection/batch_date=*"))[-1]
        (before,) = connection.execute(
            "select count(*) from read_parquet(?)", [f"{folder}/*.parquet"]
        ).fetchone()
    assert before and len(rows) == before + 2
    assert rows[-1]["NIK"] == somebody["nik"] and rows[-1]["STATUS"] == "PROSES"
    assert len({row["ID"] for row in rows}) == len(rows)
    landed = land(drops, Workspace.at(tmp_path / "home"))
    (file,) = [each for each in landed.files if each.file == path.name]
    assert file.status == "accepted" and file.rows_accepted == len(rows)


def test_an_objection_to_what_cannot_be_contested_is_refused(
    client: FlaskClient, somebody: dict, drops: Path
) -> None:
    place = look_up(client, who=somebody["nik"], why="sanggah").headers["Location"]
    form = {"csrf_token": token(client, place), "against": "klj:is_alive", "note": "x"}
    assert client.post(f"{place}/objection", data=form).status_code == 400
    assert not list(drops.glob("*/*.csv"))


def test_the_next_drop_comes_on_the_weekday_of_the_last(tmp_path: Path) -> None:
    (tmp_path / "2025-10-24").mkdir()
    assert next_drop(tmp_path, date(2025, 10, 27)) == date(2025, 10, 31)
    assert next_drop(tmp_path, date(2025, 10, 31)) == date(2025, 10, 31)
    assert next_drop(tmp_path, date(2025, 10, 20)) == date(2025, 10, 24)


def test_the_copy_says_of_people_what_the_warehouse_says(home: Workspace) -> None:
    """Whoever has something of each kind: an objection, a finding, a case, a pair, a change."""
    kinds = """
        select min(who) from (
            select 'objection' as kind, person_id as who from identity.objection_in_force
            union all select 'finding', household_id from overlap.fct_finding
            union all select 'case', case_id from overlap.fct_case
            union all select 'pair', candidate_id from identity.candidate
            union all select 'change', person_id from identity.identity_change
            union all select 'cause', person_id from cause.week_verdict_cause
            union all select 'unmatched', nik from identity.list_unsettled where len(nik) = 16
            union all select 'component', household_id from eligibility.component_member
            union all select 'card', no_kk from conformed.dim_household
        )
        where who is not null group by kind order by kind
    """
    with open_warehouse(home) as warehouse, Copy(home).reading() as copy:
        found = [who for (who,) in warehouse.execute(kinds).fetchall()]
        assert len(found) >= 8
        for who in found:
            assert explained(copy, who) == explained(warehouse, who)


def test_a_new_copy_is_read_by_the_next_request_and_the_old_to_its_end(home: Workspace) -> None:
    copy = Copy(home)
    with copy.reading() as old:
        first = (home.desk / "current").resolve()
        built = home.database.resolve()
        home.database.unlink()
        shutil.copyfile(built, home.database)  # what another run leaves
        renew_copy(home)
        assert (home.desk / "current").resolve() != first and not first.exists()
        assert old.execute("select count(*) from conformed.dim_person").fetchone()[0] > 0
        with copy.reading() as new:
            assert new.execute("select count(*) from conformed.dim_person").fetchone()[0] > 0


# Behind a proxy that signs people in.

PROXY = "10.0.0.7"


@pytest.fixture
def proxied(home: Workspace, drops: Path) -> FlaskClient:
    """Nobody yet, at a desk behind a proxy that names its users."""
    setting = Setting(["localhost"], proxy=Proxy(PROXY, "X-Remote-User"))
    return create_app(home, drops, setting).test_client()


def asked(client: FlaskClient, address: str, path: str = "/", **headers: str):
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return client.get(path, environ_base={"REMOTE_ADDR": address}, headers=named)


def test_whom_the_proxy_names_has_signed_in(proxied: FlaskClient) -> None:
    page = asked(proxied, PROXY, X_Remote_User="ani")
    assert page.status_code == 200 and "ani" in page.text
    assert asked(proxied, PROXY).status_code == 302  # it is asked each time: no session lives on


@pytest.mark.parametrize(
    ("address", "name"),
    [("10.0.0.8", "ani"), ("127.0.0.1", "ani"), (PROXY, "siapa"), (PROXY, "ani,rini"), (PROXY, "")],
)
def test_nobody_else_says_who_signed_in(proxied: FlaskClient, address: str, name: str) -> None:
    answer = asked(proxied, address, X_Remote_User=name, X_Forwarded_For=PROXY)
    assert answer.status_code == 302
    assert asked(proxied, address, "/sign-in", X_Remote_User=name).status_code == 403


def test_no_password_opens_a_desk_behind_a_proxy(proxied: FlaskClient) -> None:
    form = {"name": "ani", "password": PASSWORD}
    assert proxied.post("/sign-in", data=form).status_code in (400, 403)
    assert proxied.get("/").status_code == 302


def test_without_a_proxy_no_header_names_a_user_or_a_place(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("selaras.desk.app.admitted", lambda *_: None)
    client = app.test_client()
    assert asked(client, PROXY, X_Remote_User="ani").status_code == 302
    form = {"csrf_token": token(client), "password": "salah"}
    told = [
        client.post(
            "/sign-in", data={**form, "name": f"n{at}"}, headers={"X-Forwarded-For": f"10.1.1.{at}"}
        ).status_code
        for at in range(31)
    ]
    assert told[-1] == 429  # one place, whatever it says


# The review queue.


def reviewer(home: Workspace, drops: Path, name: str, needs_two: bool) -> FlaskClient:
    """A reviewer who signed in at a desk of their own."""
    keep_user(home.desk, name, "reviewer", PASSWORD)
    app = create_app(home, drops, Setting(["localhost"], needs_two=needs_two))
    client = app.test_client()
    assert sign_in(client, name=name).status_code == 302
    return client


def answer(client: FlaskClient, candidate: str, said: str) -> str:
    form = {"csrf_token": token(client, "/"), "candidate": candidate, "answer": said}
    return client.post("/review", data=form, follow_redirects=True).text


def decisions(drops: Path) -> list[dict[str, str]]:
    """What was decided in the next drop."""
    rows = []
    for path in drops.glob("*/keputusan_*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            rows += list(csv.DictReader(file))
    return rows


@pytest.fixture(scope="module")
def waiting(home: Workspace) -> dict[str, object]:
    """The first pair that waits, read without the desk."""
    with duckdb.connect(str(home.database), read_only=True) as connection:
        found = connection.execute(
            "select candidate_id, full_name, person.nik as nik from identity.candidate"
            " inner join conformed.dim_person as person using (person_id)"
            " where status = 'open' order by score, candidate_id limit 1"
        )
        return dict(zip(("candidate_id", "full_name", "nik"), found.fetchone(), strict=True))


def test_a_reviewer_sees_a_pair_and_the_answer_goes_into_the_next_drop(
    home: Workspace, drops: Path, waiting: dict
) -> None:
    client = reviewer(home, drops, "rini", needs_two=False)
    page = client.get("/review").text
    assert waiting["full_name"].replace("'", "&#39;") in page and waiting["nik"] in page
    answer(client, waiting["candidate_id"], "same_person")
    (last,) = [each for each in decisions(drops) if each["SUBJECT_ID"] == waiting["candidate_id"]]
    assert (last["DECISION"], last["DECIDED_BY"]) == ("same_person", "rini")
    form = {"csrf_token": token(client, "/"), "candidate": waiting["candidate_id"]}
    assert client.post("/review", data=form | {"answer": "same_person"}).status_code == 400


def test_a_reviewer_decides_on_an_open_case_of_the_family_and_an_officer_does_not(
    client: FlaskClient, home: Workspace, drops: Path
) -> None:
    with duckdb.connect(str(home.database), read_only=True) as connection:
        case, family, other = connection.execute("""
            select min(case_id), household_id, (
                select min(case_id) from overlap.fct_case as far
                where far.household_id != fct_case.household_id and status = 'open'
            )
            from overlap.fct_case where status = 'open' and person_id is null
            group by household_id order by all limit 1
        """).fetchone()
    place = look_up(client, who=family, why="kasus").headers["Location"]
    form = {"csrf_token": token(client, "/"), "case": case, "answer": "false_positive"}
    assert client.post(f"{place}/decision", data=form).status_code == 403
    chief = reviewer(home, drops, "rini", needs_two=False)
    place = look_up(chief, who=family, why="kasus").headers["Location"]
    assert f'value="{case}"' in chief.get(place).text
    form["csrf_token"] = token(chief, "/")
    for wrong in ({"case": other}, {"answer": "same_person"}):
        assert chief.post(f"{place}/decision", data=form | wrong).status_code == 400
    assert decisions(drops) == [] and chief.post(f"{place}/decision", data=form).status_code == 302
    (last,) = [each for each in decisions(drops) if each["SUBJECT_ID"] == case]
    assert (last["DECISION"], last["DECIDED_BY"]) == ("false_positive", "rini")


def test_two_reviewers_have_to_say_the_same(home: Workspace, drops: Path, waiting: dict) -> None:
    one, two = (reviewer(home, drops, name, needs_two=True) for name in ("rini", "sari"))
    for said in ("same_person", "different_person"):  # they differ, and both look once more
        answer(one if said == "same_person" else two, waiting["candidate_id"], said)
    assert decisions(drops) == []
    answer(one, waiting["candidate_id"], "different_person")
    form = {"csrf_token": token(one, "/"), "candidate": waiting["candidate_id"]}
    again = one.post("/review", data=form | {"answer": "different_person"})
    assert again.status_code == 400 and decisions(drops) == []  # nobody is two people
    answer(two, waiting["candidate_id"], "different_person")
    (last,) = [each for each in decisions(drops) if each["SUBJECT_ID"] == waiting["candidate_id"]]
    assert (last["DECISION"], last["DECIDED_BY"]) == ("different_person", "rini, sari")


def test_an_officer_does_not_decide_on_pairs(client: FlaskClient) -> None:
    assert client.get("/review").status_code == 403


# What a stranger tries.


@pytest.mark.parametrize("path", ["/", "/family/x", "/family/x/letter"])
def test_nobody_sees_a_page_without_signing_in(app: Flask, path: str) -> None:
    answer = app.test_client().get(path)
    assert answer.status_code == 302 and answer.headers["Location"] == "/sign-in"


@pytest.mark.parametrize(
    "path", ["/look-up", "/sign-out", "/family/x/objection", "/family/x/decision", "/sign-in"]
)
def test_a_forged_request_is_refused(client: FlaskClient, path: str) -> None:
    assert client.post(path, data={"who": "1", "why": "x", "name": "ani"}).status_code == 400


def test_a_name_is_locked_after_five_wrong_passwords(app: Flask) -> None:
    client = app.test_client()
    assert [sign_in(client, "salah").status_code for _ in range(5)] == [403] * 5
    assert sign_in(client).status_code == 429


def test_who_tries_many_names_is_stopped(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("selaras.desk.app.admitted", lambda *_: None)  # hashing takes its time
    client = app.test_client()
    told = [sign_in(client, "salah", f"nama{at}").status_code for at in range(31)]
    assert told == [403] * 30 + [429]


def test_a_user_who_looks_too_often_is_stopped(client: FlaskClient) -> None:
    told = [look_up(client, why="x").status_code for _ in range(61)]
    assert told == [422] * 60 + [429]


def test_a_look_of_another_user_and_one_that_ended_show_nothing(
    app: Flask, client: FlaskClient, home: Workspace, somebody: dict, monkeypatch
) -> None:
    keep_user(home.desk, "budi", "officer", PASSWORD)
    place = look_up(client, who=somebody["nik"], why="di loket").headers["Location"]
    other = app.test_client()
    sign_in(other, name="budi")
    assert other.get(place).status_code == 404 and client.get(place).status_code == 200
    later = time.monotonic() + 16 * 60
    monkeypatch.setattr("selaras.desk.looks.time.monotonic", lambda: later)
    assert client.get(place).status_code == 404


def test_signing_out_and_a_new_password_end_a_session(
    app: Flask, client: FlaskClient, home: Workspace
) -> None:
    other = app.test_client()
    sign_in(other)
    keep_user(home.desk, "ani", "officer", PASSWORD)  # the same words, another salt
    assert other.get("/").status_code == 302 and client.get("/").status_code == 302
    fresh = app.test_client()
    sign_in(fresh)
    form = {"csrf_token": token(fresh, "/")}
    assert fresh.post("/sign-out", data=form).headers["Location"] == "/sign-in"
    assert fresh.get("/").status_code == 302


@pytest.mark.parametrize(
    "who",
    ["' or 1=1 --", "<script>alert(1)</script>", "%' union select 1 --", "../../etc", "9" * 40],
)
def test_odd_numbers_find_nobody_and_stay_words(client: FlaskClient, who: str) -> None:
    answer = look_up(client, who=who, why="<b>x</b>")
    assert answer.status_code == 422 and "<script>alert" not in answer.text


def test_every_answer_forbids_framing_keeping_and_outside(client: FlaskClient) -> None:
    for path in ("/", "/sign-in", "/nowhere", "/static/desk.css"):
        headers = client.get(path).headers
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert headers["Cache-Control"] == "no-store" and headers["X-Frame-Options"] == "DENY"


def test_another_host_name_and_a_large_form_are_refused(client: FlaskClient) -> None:
    assert client.get("/", headers={"Host": "example.org"}).status_code == 400
    form = {"csrf_token": token(client, "/"), "why": "x" * 70_000}
    assert client.post("/look-up", data=form).status_code == 413


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(app: Flask) -> None:
    cookie = sign_in(app.test_client()).headers["Set-Cookie"]
    assert "HttpOnly" in cookie and "SameSite=Strict" in cookie


def test_passwords_are_hashed_and_the_file_is_for_its_owner(home: Workspace) -> None:
    path = home.desk / "users.json"
    assert path.stat().st_mode & 0o077 == 0 and PASSWORD not in path.read_text()
    assert users(home.desk)["ani"].password.startswith("scrypt:")


def test_fifty_at_once_are_all_answered(app: Flask, home: Workspace, somebody: dict) -> None:
    for at in range(50):
        keep_user_cheaply(home, f"u{at}")
    told: list[int] = []

    def look(at: int) -> None:
        client = app.test_client()
        sign_in(client, name=f"u{at}")
        place = look_up(client, who=somebody["nik"], why="bersama").headers["Location"]
        told.append(client.get(place if at % 5 == 0 else "/").status_code)

    threads = [threading.Thread(target=look, args=(at,)) for at in range(50)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert told == [200] * 50 and looks(home)[1] is None


def keep_user_cheaply(home: Workspace, name: str) -> None:
    """A user whose password is hashed in no time."""
    import selaras.desk.users as module

    hashed = module.generate_password_hash
    module.generate_password_hash = partial(hashed, method="pbkdf2:sha256:1")
    try:
        keep_user(home.desk, name, "officer", PASSWORD)
    finally:
        module.generate_password_hash = hashed
