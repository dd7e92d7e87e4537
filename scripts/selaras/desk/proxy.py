"""A proxy before the desk: whom it speaks for, and who it says has signed in.

What it says in headers counts only where the request comes from its own address; from anywhere else
these headers are taken away before anybody reads them.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from werkzeug.middleware.proxy_fix import ProxyFix

USER = "selaras.user"  # in the environment of a request: who the proxy says has signed in
FORWARDED = "HTTP_X_FORWARDED_FOR"
Application = Callable[[dict, Callable], Iterable[bytes]]


@dataclass(frozen=True)
class Proxy:
    """Where the proxy is; `user_header` names the header in which it says who has signed in."""

    address: str
    user_header: str | None = None


class BehindProxy:
    """A WSGI application whose requests come through a proxy."""

    def __init__(self, application: Application, proxy: Proxy) -> None:
        self._application, self._proxy = application, proxy
        self._forwarded = ProxyFix(application, x_for=1, x_proto=0)

    def __call__(self, environ: dict, start_response: Callable) -> Iterable[bytes]:
        header = (self._proxy.user_header or "").upper().replace("-", "_")
        user = environ.pop(f"HTTP_{header}", None)
        if environ.get("REMOTE_ADDR") != self._proxy.address:
            environ.pop(FORWARDED, None)
            return self._application(environ, start_response)
        if user:
            environ[USER] = user
        return self._forwarded(environ, start_response)
