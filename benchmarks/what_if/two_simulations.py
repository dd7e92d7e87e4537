"""The PKH rule in openfisca-core, judged twice: as it stands and reformed, then compared.

That is how a reform is asked for there: two systems, two simulations, and their difference.
python two_simulations.py TOWN OURS FILE CHANGE   (what ours changes by, rupiah a month)
"""

import sys
from pathlib import Path

import numpy
import pandas

sys.path.insert(0, str(Path(__file__).parents[1] / "rules"))
import pkh_openfisca
from openfisca_core.reforms import Reform
from pkh_openfisca import FAMILY, compared, judge, prepare, variable
from pkh_town import run

REFORMED = 3  # the decile up to which families are served under reforms/pkh.yml


def is_in_decile(family: object, period: object) -> numpy.ndarray:
    """Whether the family is within the deciles served under the reform."""
    decile = family("national_decile", period)
    return compared(decile >= 0, decile <= REFORMED)


class Lower(Reform):
    """The rule with a decile less."""

    def apply(self) -> None:
        """Put the variable in the place of the one that stands."""
        self.replace_variable(variable("is_in_decile", FAMILY, is_in_decile))


def judge_twice(facts: dict[str, numpy.ndarray], wanted: int) -> pandas.DataFrame:
    """Both simulations, which must differ by so many rupiah a month; the one that stands."""
    standing, system = dict(facts), pkh_openfisca.system
    judged = judge(standing)
    pkh_openfisca.system = lambda: Lower(system())
    after = judge(dict(facts))
    pkh_openfisca.system = system
    gained = after.entitled_amount.fillna(0) - judged.entitled_amount.fillna(0)
    if int(gained.sum()) != wanted:
        sys.exit(f"{int(gained.sum())} rupiah a month by two simulations")
    return judged


if __name__ == "__main__":
    sys.argv, wanted = sys.argv[:-1], int(sys.argv[-1])
    run(prepare, lambda facts: judge_twice(facts, wanted), "by_openfisca")
