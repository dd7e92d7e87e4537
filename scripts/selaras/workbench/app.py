"""The pages of the workbench: the list of files, one file beside what it does, and saving."""

import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial, wraps
from pathlib import Path

from flask import Flask, abort, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import CSRFProtect

from selaras import spelling
from selaras.cli.reform_told import MONTHS, rupiah_in_words
from selaras.clock import today
from selaras.desk.furnish import furnish
from selaras.desk.guard import POLICY
from selaras.desk.serve import LOOPBACK
from selaras.messages import language, say
from selaras.rules.check.book import OTHER, SHARED
from selaras.rules.differences.history import book_now
from selaras.rules.read.source import MAX_BYTES
from selaras.workbench.aside import Aside
from selaras.workbench.at_once import at_once
from selaras.workbench.draft import Draft, file_of, laid, names, opened, save
from selaras.workbench.in_time import effect, second_look
from selaras.workspace import Workspace

View = Callable[..., ResponseReturnValue]
FAILURES = {403: "workbench.no_key", 404: "workbench.no_file"}
WITH_SCRIPT = f"{POLICY}; script-src 'self'; connect-src 'self'"
LONGEST = 4 * MAX_BYTES  # bytes of a form, in which a sign may take three


@dataclass(frozen=True)
class Bench:
    """What a workbench works on: a workspace whose project it writes, and the project as it stood
    when it was opened, with which everything is compared. Whoever holds the key may write."""

    workspace: Workspace
    base: Path
    key: str = field(default_factory=partial(secrets.token_urlsafe, 24))


def create_app(bench: Bench) -> Flask:
    """The workbench of a project."""
    app = Flask(__name__)
    app.config.update(
        SECRET_KEY=secrets.token_bytes(32),  # sessions end with the process
        SESSION_COOKIE_NAME="selaras_workbench",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Strict",
        WTF_CSRF_TIME_LIMIT=None,
        MAX_CONTENT_LENGTH=LONGEST,
        MAX_FORM_MEMORY_SIZE=LONGEST,
        TRUSTED_HOSTS=list(LOOPBACK),
    )
    CSRFProtect(app)
    furnish(app, FAILURES, "refused.html", WITH_SCRIPT)
    app.jinja_env.globals |= {
        **{"spelling": spelling, "file_of": file_of},
        **{"in_words": rupiah_in_words, "MONTHS": MONTHS},
    }
    project, aside = bench.workspace.project, Aside()
    before = book_now(bench.base)

    def with_key(view: View) -> View:
        """Let only those in who came with the key."""

        @wraps(view)
        def guarded(**values: str) -> ResponseReturnValue:
            if not hmac.compare_digest(session.get("key", ""), bench.key):
                abort(403)
            if "name" in values and values["name"] not in names(project):
                abort(404)
            return view(**values)

        return guarded

    def typed(name: str) -> Draft:
        """The text that was sent, with the digest of what it was typed over."""
        text = request.form.get("text", "").replace("\r\n", "\n")
        return Draft(name, text, request.form.get("digest", ""))

    def told(template: str, found: object, name: str) -> ResponseReturnValue:
        """What was found aside, or nothing where it was given up."""
        is_there = found is not None
        page = f"{template}.html"
        return render_template(page, found=found, name=name) if is_there else ("", 204)

    @app.get("/enter/<key>")
    def enter(key: str) -> ResponseReturnValue:
        if not hmac.compare_digest(key.encode(), bench.key.encode()):
            abort(403)
        session["key"] = key
        return redirect(url_for("start"))

    @app.get("/")
    @with_key
    def start() -> ResponseReturnValue:
        titles = {each.programme: getattr(each.rule.title, language()) for each in before.rules}
        shared = [Path(each).stem for each in (*SHARED, *OTHER)]
        titles |= {name: say(f"workbench.file_{name}") for name in shared}
        return render_template("start.html", names=names(project), titles=titles)

    @app.get("/rules/<name>")
    @with_key
    def edit(name: str) -> ResponseReturnValue:
        draft = opened(project, name)
        with laid(project, draft) as copy:
            told = at_once(copy, name, before)
        return render_template("edit.html", draft=draft, told=told, names=names(project))

    @app.post("/rules/<name>/at-once")
    @with_key
    def answer_at_once(name: str) -> ResponseReturnValue:
        draft = typed(name)
        for kind in ("look", "effect"):  # of a text that is no more
            aside.give_up(f"{kind} {name}", but_of=draft.text)
        with laid(project, draft) as copy:
            return render_template("at_once.html", told=at_once(copy, name, before), name=name)

    @app.post("/rules/<name>/second-look")
    @with_key
    def answer_second_look(name: str) -> ResponseReturnValue:
        draft = typed(name)
        with laid(project, draft) as copy:
            given = (copy, name, today())
            found = aside.answer(f"look {name}", second_look, *given, text=draft.text)
        return told("second_look", found, name)

    @app.post("/rules/<name>/effect")
    @with_key
    def answer_effect(name: str) -> ResponseReturnValue:
        draft = typed(name)
        with laid(project, draft) as copy:
            given = (bench.workspace, bench.base, copy)
            found = aside.answer(f"effect {name}", effect, *given, text=draft.text)
        return told("effect", found, name)

    @app.post("/rules/<name>/save")
    @with_key
    def answer_save(name: str) -> ResponseReturnValue:
        return {"digest": save(project, typed(name)).digest, "sentence": say("workbench.saved")}

    return app
