"""Tells at the end of a test run how many cases were compared."""

import pytest
from budget import tally


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Cases by kind, and how many there are in a minute of CPU."""
    for kind in [name for name in tally if not name.endswith(" seconds")]:
        seconds = tally[f"{kind} seconds"]
        if seconds:
            pace = f"{tally[kind] / seconds * 60:,.0f} in a minute of CPU"
            terminalreporter.write_line(f"{tally[kind]:,} {kind} in {seconds:.1f} s: {pace}")
