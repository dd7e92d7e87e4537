"""What officers are looking at: kept in memory under random names, so no address tells whom."""

import secrets
import threading
import time
from dataclasses import dataclass

SECONDS = 15 * 60


@dataclass(frozen=True)
class Look:
    """One look of a user at one subject; `who` is what `explain` finds them by."""

    user: str
    who: str
    why: str
    until: float


class Looks:
    """Looks by their random names; each ends after a quarter of an hour."""

    def __init__(self) -> None:
        self._found: dict[str, Look] = {}
        self._lock = threading.Lock()

    def begin(self, user: str, who: str, why: str) -> str:
        """Keep a look and return its name."""
        name, now = secrets.token_urlsafe(16), time.monotonic()
        with self._lock:
            self._found = {key: each for key, each in self._found.items() if each.until > now}
            self._found[name] = Look(user, who, why, now + SECONDS)
        return name

    def of(self, user: str, name: str) -> Look | None:
        """The look of this name, if it is this user's and has not ended."""
        found = self._found.get(name)
        is_theirs = found is not None and found.user == user and found.until > time.monotonic()
        return found if is_theirs else None

    def end(self, user: str) -> None:
        """Forget all looks of a user."""
        with self._lock:
            self._found = {key: each for key, each in self._found.items() if each.user != user}
