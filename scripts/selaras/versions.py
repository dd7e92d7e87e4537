"""Which rule book and which code a result comes from."""

import hashlib
from pathlib import Path


def rule_digest(project: Path) -> str:
    """One digest of the whole rule book as it is on disk."""
    return digest(
        [path.name + path.read_text("utf-8") for path in sorted(project.glob("rules/*.yml"))]
    )


def commit(project: Path) -> str | None:
    """The commit that is checked out, or None outside of a clone."""
    git = project / ".git"
    head = git / "HEAD"
    if not head.exists():
        return None
    reference = head.read_text().strip()
    if not reference.startswith("ref: "):
        return reference
    name = reference.removeprefix("ref: ")
    if (git / name).exists():
        return (git / name).read_text().strip()
    packed = git / "packed-refs"
    lines = packed.read_text().splitlines() if packed.exists() else []
    return next((line.split()[0] for line in lines if line.endswith(f" {name}")), None)


def digest(texts: list[str]) -> str:
    """The sha256 of texts in order."""
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()
