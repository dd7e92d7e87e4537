"""SQLFluff as it is, but that each macro of the project is compiled once and not for every file.

SQLFluff reads all macros anew for every file that it lints, which is half of its time. What Jinja
makes of a text depends on nothing but the text, so it is kept. The processes that SQLFluff starts
read this module as well.
"""

import gc
import sys
from types import CodeType

from jinja2.sandbox import SandboxedEnvironment
from sqlfluff.cli.commands import cli

compile_anew = SandboxedEnvironment.compile
kept: dict[tuple, CodeType] = {}


def compile_once(environment: SandboxedEnvironment, source: str, *how: object) -> CodeType:
    """The code of a template; a text is compiled the first time that it is seen."""
    if (source, how) not in kept:
        kept[source, how] = compile_anew(environment, source, *how)
    return kept[source, how]


SandboxedEnvironment.compile = compile_once
gc.set_threshold(50_000)  # a file is a tree of so many objects, all of them in use

if __name__ == "__main__":
    sys.exit(cli())
