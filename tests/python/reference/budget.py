"""How much is tried: a little in every test run, as much as hours allow when asked to.

`HYPOTHESIS_PROFILE=deep pytest tests/python/reference` is for hours; without it the folder takes
under 30 s of CPU. A case is one rule and one person or family: `tally` counts them, and the end of
a test run tells how many there were in a minute of CPU.
"""

import os
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from hypothesis import HealthCheck, Phase, settings

DEEP = 200
IS_DEEP = os.environ.get("HYPOTHESIS_PROFILE") == "deep"
tally: Counter[str] = Counter()


def tries(quick: int) -> Callable:
    """Settings for a number of rule books, many times as many in the deep profile.

    What fails is told by unit and rule, so nothing is spent on making a whole book smaller.
    """
    return settings(
        max_examples=quick * (DEEP if IS_DEEP else 1),
        deadline=None,
        derandomize=not IS_DEEP,
        phases=(Phase.explicit, Phase.generate),
        suppress_health_check=list(HealthCheck),
    )


@contextmanager
def counting(kind: str, cases: int) -> Iterator[None]:
    """Count the cases of a block, and the CPU time that they took."""
    start = time.process_time()
    yield
    tally[kind] += cases
    tally[f"{kind} seconds"] += time.process_time() - start
