"""Who may sign in at the desk: names, roles and hashed passwords, in one file."""

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from werkzeug.security import check_password_hash, generate_password_hash

from selaras.desk import USERS

OFFICER, REVIEWER = "officer", "reviewer"
ROLES = (OFFICER, REVIEWER)  # a reviewer may do what an officer may, and decide on the queue
SHORTEST = 12  # characters of a password
# What a wrong name is compared with, so that it takes as long to be refused as a wrong password.
_NOBODY = generate_password_hash("nobody")


@dataclass(frozen=True)
class User:
    """One user; `password` is its hash, with salt and cost (scrypt)."""

    name: str
    role: str
    password: str


def users(folder: Path) -> dict[str, User]:
    """Every user by name; none where there is no file yet."""
    path = folder / USERS
    told = json.loads(path.read_text(encoding="utf-8")) if path.exists() else []
    return {each["name"]: User(**each) for each in told}


def keep_user(folder: Path, name: str, role: str, password: str) -> None:
    """Write one user, new or changed, for the owner's eyes only."""
    known = users(folder) | {name: User(name, role, generate_password_hash(password))}
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = folder / f".{USERS}"
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        json.dump([asdict(each) for each in known.values()], file, indent=1)
    draft.replace(folder / USERS)


def admitted(folder: Path, name: str, password: str) -> User | None:
    """The user whose name and password these are."""
    found = users(folder).get(name)
    fits = check_password_hash(found.password if found else _NOBODY, password)
    return found if found and fits else None
