"""What a complement expects beside another benefit and is not there."""

from interpreter.overlap import Enrolment, by_key, groups, is_on, span

Gap = tuple[str, str]  # the rule, and the person or family


def gaps(name: str, rule: dict, standing: list[Enrolment]) -> set[Gap]:
    """Who has one side without the expected one, though a list of that one came for the time."""
    expected = rule["expects"]
    sides = [side for group in groups(rule) for side in group]
    others = [side for side in sides if side.partition(":")[0] != expected]
    expected_sides = [side for side in sides if side.partition(":")[0] == expected]
    lists = {
        (each.starts_on, each.ends_on): each for each in standing if each.programme == expected
    }
    found = set()
    for key, theirs in by_key(rule, standing).items():
        have = [each for each in theirs if any(is_on(side, each) for side in others)]
        wanted = [each for each in theirs if any(is_on(side, each) for side in expected_sides)]
        met = any(span(rule, one, other) for one in have for other in wanted)
        if not met and any(span(rule, one, other) for one in have for other in lists.values()):
            found.add((name, key))
    return found
