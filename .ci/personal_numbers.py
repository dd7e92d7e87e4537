"""Refuse files that hold a number in the form of a NIK or No KK of Jakarta."""

import re
import sys
from pathlib import Path

# Real ones begin with a province; invented ones have a serial from 9000 up and may stand anywhere.
NUMBER = re.compile(r"(?<![0-9a-f])[1-9][0-9]{11}(?!9[0-9]{3})[0-9]{4}(?![0-9a-f])")


def main(names: list[str]) -> int:
    """Name each line that holds one; 1 when there is any."""
    found = [
        f"{name}:{number}: a 16-digit number that could be somebody's NIK or No KK"
        for name in names
        for number, line in enumerate(Path(name).read_text("utf-8", "replace").splitlines(), 1)
        if NUMBER.search(line)
    ]
    print("\n".join(found), end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
