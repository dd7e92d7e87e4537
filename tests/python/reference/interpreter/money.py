"""Money at stake in a family, each part of it once however many findings speak of it."""

from collections.abc import Iterable

from interpreter.overlap import Finding

Family = str
Programme = str | None


def gives_way(finding: Finding) -> Programme:
    """The benefit on which the money of a finding is counted: the second, or the one not kept."""
    if finding.other is None or finding.other == finding.keep:
        return finding.programme
    return finding.other


def counted(findings: Iterable[Finding]) -> dict[tuple[Family, Programme], int]:
    """What is counted by family and benefit, and under None what is about several benefits.

    On one benefit each person counts the most of their own findings, and the family the most of
    all of these together and of each finding about itself.
    """
    of_people: dict[tuple[Family, Programme], dict[str, int]] = {}
    of_family: dict[tuple[Family, Programme], int] = {}
    several: dict[Family, int] = {}
    for each in findings:
        if each.at_stake is None:
            continue
        family, programme = each.household or each.person or "", gives_way(each)
        if programme is None:
            several[family] = max(several.get(family, 0), each.at_stake)
        elif each.person:
            people = of_people.setdefault((family, programme), {})
            people[each.person] = max(people.get(each.person, 0), each.at_stake)
        else:
            of_family[family, programme] = max(of_family.get((family, programme), 0), each.at_stake)
    found = {key: sum(people.values()) for key, people in of_people.items()}
    for key, amount in of_family.items():
        found[key] = max(found.get(key, 0), amount)
    for family, amount in several.items():
        others = sum(value for (home, _), value in found.items() if home == family)
        found[family, None] = max(amount - others, 0)
    return found
