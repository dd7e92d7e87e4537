"""The pages of the desk: sign in, look somebody up, read, print, object."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import wraps
from pathlib import Path

import duckdb
from flask import (
    Flask,
    abort,
    flash,
    g,
    redirect,
    render_template,
    request,
    session,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_wtf import CSRFProtect

from selaras.cli.codes import Codes
from selaras.clock import today
from selaras.desk.copied import Copy
from selaras.desk.entry import Objection, decided, enter_decision, enter_objection
from selaras.desk.furnish import furnish
from selaras.desk.guard import Limits, Sessions
from selaras.desk.looks import Look, Looks
from selaras.desk.people import named
from selaras.desk.proxy import USER, BehindProxy, Proxy
from selaras.desk.questions import questions as asked
from selaras.desk.review import ANSWERS, FirstAnswers, in_words, queue
from selaras.desk.users import REVIEWER, User, admitted, users
from selaras.desk.words import Sheet, sheet
from selaras.explain import Explanation, explained
from selaras.explain.subject import find
from selaras.messages import language, say
from selaras.privacy.access import note
from selaras.spelling import day as spelt_day
from selaras.warehouse import Row
from selaras.workspace import Workspace

View = Callable[..., ResponseReturnValue]
LONGEST = 64 << 10  # bytes of a form
SIGNED_IN = timedelta(minutes=30)  # without doing anything
LONGEST_NOTE = 500  # characters
ON_A_CASE = ("confirmed", "false_positive", "resolved")  # what people may say of a case


@dataclass(frozen=True)
class Setting:
    """How a desk is run: `hosts` are the names under which it may be asked, `is_secure` where it is
    behind TLS; `needs_two` where two reviewers have to say the same of a pair. A `proxy` says whom
    it speaks for, and perhaps who has signed in: then nobody signs in with a password."""

    hosts: list[str]
    is_secure: bool = False
    needs_two: bool = False
    proxy: Proxy | None = None

    @property
    def has_passwords(self) -> bool:
        """Whether people sign in here."""
        return self.proxy is None or self.proxy.user_header is None


def create_app(workspace: Workspace, inbox: Path, setting: Setting) -> Flask:
    """The desk of a workspace, whose entries go into an inbox."""
    app = Flask(__name__)
    app.config.update(
        SECRET_KEY=secrets.token_bytes(32),  # sessions end with the process
        SESSION_COOKIE_NAME="selaras",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Strict",
        SESSION_COOKIE_SECURE=setting.is_secure,
        PERMANENT_SESSION_LIFETIME=SIGNED_IN,
        WTF_CSRF_TIME_LIMIT=None,  # as long as the session
        MAX_CONTENT_LENGTH=LONGEST,
        TRUSTED_HOSTS=setting.hosts,
    )
    CSRFProtect(app)
    if setting.proxy:
        app.wsgi_app = BehindProxy(app.wsgi_app, setting.proxy)  # type: ignore[method-assign]
    furnish(app, {404: "desk.gone", 429: "desk.too_many"})
    app.jinja_env.globals |= {"spelt_day": spelt_day, "has_passwords": setting.has_passwords}
    copy, looks, limits, sessions = Copy(workspace), Looks(), Limits(), Sessions()
    first = FirstAnswers(workspace.desk)

    def this_user() -> User | None:
        """Who asks: whom the proxy names, or whose password is still the one of the session."""
        if not setting.has_passwords:
            return users(workspace.desk).get(request.environ.get(USER, ""))
        if not sessions.is_open(session.get("id", "")):
            return None
        user = users(workspace.desk).get(session.get("name", ""))
        return user if user and session.get("mark") == user.password[-16:] else None

    def signed_in(view: View) -> View:
        """Let only users in."""

        @wraps(view)
        def guarded(**values: str) -> ResponseReturnValue:
            user = this_user()
            if user is None:
                session.clear()
                return redirect(url_for("sign_in"))
            g.user = user
            return view(**values)

        return guarded

    def looked_at(name: str) -> tuple[Look, Explanation, Sheet]:
        """A look of this user with what is said of its subject."""
        look = looks.of(g.user.name, name) or abort(404)
        with copy.reading() as connection:
            found = explained(connection, look.who)
        return look, found, sheet(found)

    @app.route("/sign-in", methods=["GET", "POST"])
    def sign_in() -> ResponseReturnValue:
        if not setting.has_passwords:
            return render_template("told.html", sentence=say("desk.not_a_user")), 403
        if request.method == "GET":
            return render_template("sign_in.html")
        name, password = request.form.get("name", ""), request.form.get("password", "")
        place = request.remote_addr or ""
        if not limits.may_try(name, place):
            abort(429)
        user = admitted(workspace.desk, name, password)
        if user is None:
            limits.was_wrong(name, place)
            return render_template("sign_in.html", wrong=True), 403
        session.clear()
        session.update(id=sessions.begin(), name=user.name, mark=user.password[-16:])
        session.permanent = True
        return redirect(url_for("start"))

    @app.post("/sign-out")
    @signed_in
    def sign_out() -> ResponseReturnValue:
        looks.end(g.user.name)
        sessions.end(session.get("id", ""))
        session.clear()
        return redirect(url_for("sign_in"))

    @app.get("/")
    @signed_in
    def start() -> ResponseReturnValue:
        return render_template("start.html")

    @app.post("/look-up")
    @signed_in
    def look_up() -> ResponseReturnValue:
        if not limits.may_look(g.user.name):
            abort(429)
        who, why = request.form.get("who", "").strip(), request.form.get("why", "").strip()
        if not why:
            return render_template("start.html", sentence=say("desk.no_reason")), 422
        if not who:
            return by_name(why)
        with copy.reading() as connection:
            found = find(connection, who)
        whom = found and (found.person_id or found.household_id)
        note(workspace, whom, None, why, g.user.name)
        if found is None:
            return render_template("start.html", sentence=say("explain.nobody")), 422
        return redirect(url_for("family", look=looks.begin(g.user.name, who, why)))

    def by_name(why: str) -> ResponseReturnValue:
        """Who has a name like this and the birth date; nothing more than what tells them apart."""
        try:
            born = date.fromisoformat(request.form.get("born", ""))
        except ValueError:
            return render_template("start.html", sentence=say("desk.no_number")), 422
        with copy.reading() as connection:
            found = named(connection, request.form.get("name", ""), born)
        for each in found or [{"person_id": None}]:
            person = each["person_id"]
            note(workspace, str(person) if person else None, None, why, g.user.name)
        if not found:
            return render_template("start.html", sentence=say("explain.nobody")), 422
        return render_template("choose.html", found=found, why=why)

    @app.get("/family/<look>")
    @signed_in
    def family(look: str) -> ResponseReturnValue:
        _, found, said = looked_at(look)
        names = Codes(found.labels)
        answers = {each: names("case_status", each) for each in ON_A_CASE}
        return render_template("family.html", look=look, sheet=said, found=found, answers=answers)

    @app.get("/family/<look>/letter")
    @signed_in
    def letter(look: str) -> ResponseReturnValue:
        _, found, said = looked_at(look)
        return render_template("letter.html", look=look, sheet=said, found=found, today=today())

    @app.get("/family/<look>/questions")
    @signed_in
    def questions(look: str) -> ResponseReturnValue:
        _, found, said = looked_at(look)
        listed = asked(workspace, found)
        return render_template("questions.html", look=look, sheet=said, listed=listed)

    @app.post("/family/<look>/objection")
    @signed_in
    def objection(look: str) -> ResponseReturnValue:
        _, found, said = looked_at(look)
        programme, _, criterion = request.form.get("against", "").partition(":")
        allowed = [(card.programme, each.name) for card, each in said.contestable]
        words = " ".join(request.form.get("note", "").split())
        remark = "".join(each for each in words if each.isprintable())[:LONGEST_NOTE]
        if (programme, criterion) not in allowed or not found.person or not remark:
            abort(400)
        card = found.household or {}
        entered = Objection(
            str(found.person["nik"]), str(card.get("no_kk") or ""), programme, criterion, remark
        )
        number, drop = enter_objection(workspace, inbox, entered, today())
        flash(say("desk.entered", number=number, day=spelt_day(drop, language())))
        return redirect(url_for("family", look=look))

    @app.post("/family/<look>/decision")
    @signed_in
    def decision(look: str) -> ResponseReturnValue:
        if g.user.role != REVIEWER:
            abort(403)
        _, _, said = looked_at(look)
        case, answer = request.form.get("case", ""), request.form.get("answer", "")
        if case not in said.open_cases or answer not in ON_A_CASE:
            abort(400)
        day = enter_decision(workspace, inbox, case, answer, g.user.name, today())
        flash(say("desk.decided", day=spelt_day(day, language())))
        return redirect(url_for("family", look=look))

    @app.route("/review", methods=["GET", "POST"])
    @signed_in
    def review() -> ResponseReturnValue:
        if g.user.role != REVIEWER:
            abort(403)
        if request.method == "POST":
            flash(answered(request.form.get("candidate", ""), request.form.get("answer", "")))
            return redirect(url_for("review"))
        with copy.reading() as connection:
            waiting = unanswered(connection)
            pair = in_words(connection, waiting[0]) if waiting else None
        if pair:
            note(workspace, pair.person, None, say("desk.why_review"), g.user.name)
        return render_template("review.html", pair=pair, count=len(waiting))

    def unanswered(connection: duckdb.DuckDBPyConnection) -> list[Row]:
        """The pairs that wait for this user."""
        settled = decided(workspace, inbox, today()) | first.said_by(g.user.name)
        return [each for each in queue(connection) if each["candidate_id"] not in settled]

    def answered(candidate: str, answer: str) -> str:
        """Take an answer on a pair that waits for this user, and say what became of it."""
        with copy.reading() as connection:
            waiting = {each["candidate_id"] for each in unanswered(connection)}
        if answer not in ANSWERS or candidate not in waiting:
            abort(400)
        who = g.user.name
        if setting.needs_two:
            other = first.agree(candidate, who, answer)
            if other is None:
                is_kept = candidate in first.said_by(who)
                return say("desk.second_needed" if is_kept else "desk.they_differ")
            who = f"{other}, {who}"
        day = enter_decision(workspace, inbox, candidate, answer, who, today())
        return say("desk.decided", day=spelt_day(day, language()))

    return app
