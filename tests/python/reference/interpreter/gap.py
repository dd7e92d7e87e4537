"""What a complement expects beside another benefit and is not there."""

from interpreter.overlap import Enrolment, groups, is_on, shared_key, span

Gap = tuple[str, str]  # the rule, and the person or family


def gaps(name: str, rule: dict, standing: list[Enrolment]) -> set[Gap]:
    """Who has one side without the expected one, though a list of that one came for the time."""
    expected = rule["expects"]
    sides = [side for group in groups(rule) for side in group]
    others = [side for side in sides if side.partition(":")[0] != expected]
    expected_sides = [side for side in sides if side.partition(":")[0] == expected]
    listed = [each for each in standing if each.programme == expected]
    found, present = set(), set()
    for each in standing:
        key = shared_key(rule, each)
        if key is None or not any(is_on(side, each) for side in others):
            continue
        beside = [other for other in listed if span(rule, each, other)]
        theirs = [other for other in beside if shared_key(rule, other) == key]
        if any(is_on(side, other) for side in expected_sides for other in theirs):
            present.add(key)
        elif beside:
            found.add(key)
    return {(name, key) for key in found - present}
