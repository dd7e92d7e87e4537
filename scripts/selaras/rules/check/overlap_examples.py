"""Whether the examples of overlaps.yml speak of sides, people and facts that exist."""

from selaras.rules.check.examples import check_given
from selaras.rules.grammar.shared import Overlap, VocabularyBook
from selaras.rules.read.problems import Problems, nearest
from selaras.rules.read.source import KEY, Source


def check_overlap_examples(
    rule_id: str,
    overlap: Overlap,
    vocabulary: VocabularyBook,
    source: Source,
    problems: Problems,
) -> None:
    """Every name in an example exists, every value is of the fact's type, no name twice."""
    sides = {side.partition(":")[0] for side in overlap.sides()}
    names = [each.name for each in overlap.examples]
    for at, example in enumerate(overlap.examples):
        path = ("overlaps", rule_id, "examples", str(at))
        if names.index(example.name) != at:
            problems.add(source.place(*path, "name"), "example_twice", name=example.name)
        for each in example.enrolments:
            if each.programme not in sides:
                place = source.words(each.programme, *path, "enrolments")
                hint = nearest(each.programme, sides)
                problems.add(place, "not_a_side", words=each.programme, hint=hint)
        people = {each.person for each in example.enrolments}
        for person, facts in example.people.items():
            place = source.place(*path, "people", person, KEY)
            if person not in people:
                problems.add(place, "not_enrolled", words=person, hint=nearest(person, people))
            inner = (*path, "people", person)
            check_given(facts, vocabulary.person, source, inner, problems)
