"""What a check found."""

from dataclasses import dataclass

from selaras.messages import say


@dataclass(frozen=True)
class Violation:
    """One place where a check does not hold."""

    subject: str
    observed: str
    expected: str


@dataclass(frozen=True)
class Check:
    """One checked statement; `violations` holds the first few places where it is not true."""

    name: str
    violations: tuple[Violation, ...] = ()
    count: int = 0

    @property
    def passed(self) -> bool:
        return self.count == 0

    @property
    def sentence(self) -> str:
        """The statement that must hold, in the language in use."""
        return say(f"validate.{self.name}")

    @property
    def observed(self) -> str:
        """What the warehouse says, as in `kemensos.pkh 2025-10-24: 12; ...`."""
        return "; ".join(f"{each.subject}: {each.observed}" for each in self.violations)

    @property
    def expected(self) -> str:
        """What it should say."""
        return "; ".join(f"{each.subject}: {each.expected}" for each in self.violations)
