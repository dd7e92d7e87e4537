"""The compiled SQL answers as the reference interpreter does, whatever the rule book says."""

from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from compared import answers, expected
from disagreement import disagreements
from drawn.book import rule
from drawn.population import population
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from project import KEPT, vocabulary, write_project

FACTS = vocabulary(KEPT)
PROGRAMMES = tuple(f"aid_{at}" for at in range(6))
FAMILIES = 40


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    raws=st.tuples(*(rule(FACTS, name) for name in PROGRAMMES)),
    seed=st.integers(0, 2**32),
)
def test_a_drawn_rule_book_is_compiled_to_what_it_says(raws: tuple[dict, ...], seed: int) -> None:
    with TemporaryDirectory() as folder:
        rules = write_project(Path(folder), FACTS, list(raws))
        families = population(rules, FACTS, FAMILIES, Random(seed))
        found = answers(Path(folder), FACTS, families)
    wrong = list(disagreements(found, expected(rules, families)))
    assert not wrong, wrong[:3]
