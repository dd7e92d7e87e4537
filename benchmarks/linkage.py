"""Attach rows without usable numbers, ours beside others; see benchmarks/README.md.

python benchmarks/linkage.py febrl --others /path/to/python
python benchmarks/linkage.py scale --families 35000 --families 350000 --families 3543305
python benchmarks/linkage.py sample --families 350000
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
    scale = parts.add_parser("scale", help="rows against a whole city")
    scale.add_argument("--families", type=int, action="append", required=True)
    scale.add_argument("--seed", type=int, default=1)
    scale.add_argument("--rules", type=Path, default=HERE.parent / "rules", help="to try others")
    sample = parts.add_parser("sample", help="a sample from files to people, against its truth")
    sample.add_argument("--families", type=int, required=True)
    sample.add_argument("--seed", type=int, default=1)
    sample.add_argument("--again", action="store_true", help="judge what was built before")
    options = parser.parse_args()
    if options.part == "febrl":
        from febrl import febrl as part

        part(options.out / "febrl", options.others)
    if options.part == "scale":
        from scale import scale as part

        part(options.out / "scale", options.families, options.seed, options.rules)
    if options.part == "sample":
        from sample import sample as part

        part(options.out / "sample", options.families, options.seed, options.again)


if __name__ == "__main__":
    main()
