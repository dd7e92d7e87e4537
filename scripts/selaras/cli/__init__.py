"""The command `selaras`: thin verbs over the modules that do the work."""

import os
import sys

from selaras.cli.plain import write_plainly
from selaras.errors import Refusal


def main() -> None:
    """Run the command; a refusal is one sentence and an exit code, a traceback is a bug."""
    write_plainly()
    _choose_language(sys.argv[1:])
    from selaras.cli.app import app  # help texts are in the language chosen above

    try:
        app(prog_name="selaras")
    except Refusal as refusal:
        from selaras.cli.safe import plain

        print(f"selaras: {plain(refusal)}", file=sys.stderr)
        sys.exit(int(refusal.exit_code))


def _choose_language(arguments: list[str]) -> None:
    """Let --lang decide the language before the first text is made."""
    for at, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--lang":
            os.environ["SELARAS_LANG"] = value or next(iter(arguments[at + 1 :]), "")
