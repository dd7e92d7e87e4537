"""The PKH rule in openfisca-core: one Variable per fact and criterion, vectorised formulas.

OpenFisca has no unknown, so a truth is a small number: 0 no, 1 unknown, 2 yes. Then `and` is the
smaller, `or` the larger and `not x` is 2 - x.

See pkh_town.py for the arguments.
"""

import numpy
import pandas
from openfisca_core import periods
from openfisca_core.entities import build_entity
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable
from pkh_town import COLUMNS, run

MONTH = "2025-11"
PERSON = build_entity("person", "people", "", is_person=True)
FAMILY = build_entity("family", "families", "", roles=[{"key": "member", "plural": "members"}])
LEVELS = ("primary", "junior_secondary", "senior_secondary")
TRUTHS = ["is_alive", "is_member", "is_pregnant", "is_in_school", "has_severe_disability"]
OPEN, YES = 1, 2


def variable(name: str, entity: object, formula: object = None) -> type[Variable]:
    """A whole number per month of a person or family, given or computed."""
    fields = {
        "value_type": int,
        "entity": entity,
        "definition_period": periods.MONTH,
        "label": name,
    }
    return type(name, (Variable,), fields | ({"formula": formula} if formula else {}))


def compared(known: numpy.ndarray, holds: numpy.ndarray) -> numpy.ndarray:
    """The truth of a comparison of a number that may be unknown (-1)."""
    return numpy.where(known, YES * holds, OPEN)


def branches(person: object, period: object) -> list[tuple[numpy.ndarray, int]]:
    """Each component as a truth, with what it pays, worst-paid first."""
    age, level = person("age_years", period), person("school_level", period)
    known = age >= 0
    school = person("is_in_school", period)
    pupil = numpy.minimum(school, compared(known, age <= 21))
    paid = [
        (numpy.minimum(pupil, compared(level >= 0, level == at)), worth)
        for at, worth in enumerate((225_000, 375_000, 500_000))
    ]
    severe = person("has_severe_disability", period)
    paid.append((numpy.maximum(compared(known, age >= 60), severe), 600_000))
    pregnant = person("is_pregnant", period)
    return [*paid, (numpy.maximum(pregnant, compared(known, age <= 6)), 750_000)]


def in_component(person: object, period: object) -> numpy.ndarray:
    """Whether a member is in some component."""
    counts = numpy.minimum(person("is_alive", period), person("is_member", period))
    some = numpy.maximum.reduce([truth for truth, _ in branches(person, period)])
    return numpy.minimum(counts, some)


def certain_amount(person: object, period: object) -> numpy.ndarray:
    """What a member counts for in the best-paid component, for certain."""
    counts = numpy.minimum(person("is_alive", period), person("is_member", period))
    amount = numpy.zeros_like(counts)
    for truth, worth in branches(person, period):
        amount = numpy.where(numpy.minimum(counts, truth) == YES, worth, amount)
    return amount


def has_component(family: object, period: object) -> numpy.ndarray:
    """Whether some member is in a component."""
    return family.max(family.members("in_component", period))


def is_in_decile(family: object, period: object) -> numpy.ndarray:
    """Whether the family is within the deciles served."""
    decile = family("national_decile", period)
    return compared(decile >= 0, decile <= 4)


def has_no_public_servant(family: object, period: object) -> numpy.ndarray:
    """Whether nobody in the family is in public service."""
    return YES - family("has_public_servant_member", period)


def holds(family: object, period: object) -> numpy.ndarray:
    """Whether everything holds."""
    names = ("is_in_decile", "has_component", "has_no_public_servant")
    return numpy.minimum.reduce([family(name, period) for name in names])


def entitled_amount(family: object, period: object) -> numpy.ndarray:
    """Rupiah per month for at most four members, best-paid first; -1 unless eligible."""
    amount = family.members("certain_amount", period)
    rank = family.members.get_rank(family, -amount)
    total = family.sum(numpy.where(rank < 4, amount, 0))
    return numpy.where(family("holds", period) == YES, total // 3, -1)


def system() -> TaxBenefitSystem:
    """Entities and variables."""
    made = TaxBenefitSystem([PERSON, FAMILY])
    made.add_variables(
        *(variable(name, PERSON) for name in [*TRUTHS, "age_years", "school_level"]),
        *(variable(name, FAMILY) for name in ("national_decile", "has_public_servant_member")),
        *(variable(each.__name__, PERSON, each) for each in (in_component, certain_amount)),
        *(
            variable(each.__name__, FAMILY, each)
            for each in (has_component, is_in_decile, has_no_public_servant, holds, entitled_amount)
        ),
    )
    return made


def truth(column: pandas.Series) -> numpy.ndarray:
    """A truth as 0, 1, 2."""
    known = column.astype("boolean")
    return numpy.where(known.isna(), OPEN, YES * known.fillna(False).to_numpy(bool))


def number(column: pandas.Series) -> numpy.ndarray:
    """A number, -1 where unknown."""
    return column.fillna(-1).to_numpy("int32")


def prepare(families: pandas.DataFrame, members: pandas.DataFrame) -> dict[str, numpy.ndarray]:
    """All facts as whole numbers, and the family of each member."""
    codes = {level: at for at, level in enumerate((*LEVELS, "tertiary"))}
    facts = {name: truth(members[name]) for name in TRUTHS}
    facts["age_years"] = number(members.age_years)
    facts["school_level"] = number(members.school_level.map(codes))
    facts["national_decile"] = number(families.national_decile)
    facts["has_public_servant_member"] = truth(families.has_public_servant_member)
    return facts | {"family": members.family.to_numpy()}


def judge(facts: dict[str, numpy.ndarray]) -> pandas.DataFrame:
    """Criteria, verdict and monthly amount of each family."""
    rules, of_family = system(), facts.pop("family")
    count = len(facts["national_decile"])
    builder = SimulationBuilder()
    builder.create_entities(rules)
    builder.declare_person_entity("person", numpy.arange(len(of_family)))
    family = builder.declare_entity("family", numpy.arange(count))
    builder.join_with_persons(family, of_family, numpy.full(len(of_family), "member"))
    simulation = builder.build(rules)
    for name, values in facts.items():
        simulation.set_input(name, MONTH, values)
    truths = {name: pandas.array([False, None, True], "boolean") for name in COLUMNS[:3]}
    judged = {name: words[simulation.calculate(name, MONTH)] for name, words in truths.items()}
    verdicts = numpy.array(["ineligible", "undetermined", "eligible"], dtype=object)
    judged["verdict"] = verdicts[simulation.calculate("holds", MONTH)]
    amount = pandas.Series(simulation.calculate("entitled_amount", MONTH), dtype="Int64")
    judged["entitled_amount"] = amount.mask(amount < 0)
    return pandas.DataFrame(judged)


if __name__ == "__main__":
    run(prepare, judge, "by_openfisca")
