"""What every page of the desk and of the workbench has: headers, one look, failures in words."""

from collections.abc import Mapping
from functools import partial

from flask import Flask, Response, render_template
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException, SecurityError

from selaras.desk.guard import POLICY, with_headers
from selaras.errors import Refusal
from selaras.messages import language, say
from selaras.theme import style


def furnish(
    app: Flask, failures: Mapping[int, str], refused: str = "told.html", policy: str = POLICY
) -> None:
    """Give an app what all pages share.

    `failures` are the messages of single status codes; any other is told as one that is not so.
    `refused` is the template of a Refusal.
    """
    app.after_request(partial(with_headers, policy=policy))
    app.jinja_env.globals |= {"say": say, "language": language}

    @app.errorhandler(Refusal)
    def tell_refusal(refusal: Refusal) -> ResponseReturnValue:
        return render_template(refused, sentence=str(refusal)), 422

    @app.errorhandler(HTTPException)
    def tell_failure(error: HTTPException) -> ResponseReturnValue:
        if isinstance(error, SecurityError):  # asked under another name, so no page has an address
            return say("desk.not_so"), 400
        key = failures.get(error.code or 0, "desk.not_so")
        return render_template("told.html", sentence=say(key)), error.code or 500

    @app.get("/theme.css")
    def theme() -> ResponseReturnValue:
        return Response(style(), mimetype="text/css")
