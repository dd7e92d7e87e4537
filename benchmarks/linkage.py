"""Attach rows without usable numbers, ours beside others; see benchmarks/README.md.

python benchmarks/linkage.py febrl --others /path/to/python
"""

import argparse
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE / "linkage"), str(HERE / "rules")]


def main() -> None:
    """Run one part and print its tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("build/linkage"))
    parts = parser.add_subparsers(dest="part", required=True)
    febrl = parts.add_parser("febrl", help="Febrl 3 and 4, our SQL beside Splink")
    febrl.add_argument("--others", required=True, help="a Python with requirements-bench.in")
    options = parser.parse_args()
    if options.part == "febrl":
        from febrl import febrl as part

        part(options.out / "febrl", options.others)


if __name__ == "__main__":
    main()
