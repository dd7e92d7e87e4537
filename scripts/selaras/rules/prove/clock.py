"""How long proofs may take: whoever writes a rule waits for them."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass
class Clock:
    """Time that runs out, of the processor: a busy machine proves no less. `now` tells seconds."""

    seconds: float
    now: Callable[[], float] = time.process_time
    started: float = field(init=False)

    def __post_init__(self) -> None:
        self.started = self.now()

    @property
    def left(self) -> float:
        """The seconds that are left."""
        return self.started + self.seconds - self.now()

    def share(self, of: int) -> "Clock":
        """A clock for one of several that are still to come; what it leaves is for the others."""
        return Clock(self.left / of, self.now)
