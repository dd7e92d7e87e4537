"""What keeps strangers out: limits of tries and of requests, and the headers of every answer."""

import secrets
from dataclasses import dataclass, field

from flask import Response
from limits import RateLimitItem, parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

WRONG_TRIES = parse("5 per 15 minutes")  # of one name, and then it is locked
WRONG_FROM_ONE_PLACE = parse("30 per 15 minutes")
LOOKS = parse("60 per minute")  # of one user
POLICY = (
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none';"
    " frame-ancestors 'none'"
)
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}


@dataclass(frozen=True)
class Limits:
    """Counts what each name, place and user did lately, in memory."""

    _counted: MovingWindowRateLimiter = field(
        default_factory=lambda: MovingWindowRateLimiter(MemoryStorage())
    )

    def may_try(self, name: str, place: str) -> bool:
        """Whether a name may be tried from a place."""
        is_open = self._counted.test(WRONG_TRIES, "name", name.casefold())
        return is_open and self._counted.test(WRONG_FROM_ONE_PLACE, "place", place)

    def was_wrong(self, name: str, place: str) -> None:
        """Count a wrong password against a name and a place."""
        self._hit(WRONG_TRIES, "name", name.casefold())
        self._hit(WRONG_FROM_ONE_PLACE, "place", place)

    def may_look(self, user: str) -> bool:
        """Whether a user may look once more; each look counts."""
        return self._hit(LOOKS, "look", user)

    def _hit(self, limit: RateLimitItem, *what: str) -> bool:
        """Count, and tell whether it was not one too many."""
        return self._counted.hit(limit, *what)


class Sessions:
    """Who is signed in, by random names: a cookie that somebody kept ends with its session."""

    def __init__(self) -> None:
        self._open: set[str] = set()

    def begin(self) -> str:
        """The name of a new session."""
        name = secrets.token_urlsafe(16)
        self._open.add(name)
        return name

    def is_open(self, name: str) -> bool:
        """Whether a session began here and was not ended."""
        return name in self._open

    def end(self, name: str) -> None:
        """End a session."""
        self._open.discard(name)


def with_headers(answer: Response, policy: str = POLICY) -> Response:
    """The answer, which no other site may frame or read and no browser may keep."""
    answer.headers.update(HEADERS)
    answer.headers["Content-Security-Policy"] = policy
    answer.headers.remove("Server")
    return answer
