"""Verdicts with everything that belongs to them."""

from dataclasses import dataclass, field

from selaras.warehouse import Row

ORDER = {"reached": 0, "leaked": 0, "missed": 1, "open": 3, "outside": 4}
NEAR_MISS = 2
TITLES = ("title_id", "title_en")


@dataclass(frozen=True)
class Verdict:
    """One judged programme with its criteria, who is in its components, and what is missing.

    Where it was asked for: `nearest` has the ways to what is refused, `barred` why there is none,
    `hangs_on` the facts that alone undo a grant.
    """

    judged: Row
    reasons: list[Row]
    components: list[Row]
    missing: list[Row]
    nearest: list[list[Row]] = field(default_factory=list)
    barred: list[Row] = field(default_factory=list)
    hangs_on: list[Row] = field(default_factory=list)


@dataclass(frozen=True)
class Words:
    """What the rule book calls things."""

    programmes: list[Row]
    facts: list[Row]
    agencies: list[Row]
    suppliers: list[Row]
    branches: list[Row]


def collected(
    verdicts: list[Row], reasons: list[Row], members: list[Row], words: Words
) -> list[Verdict]:
    """Each verdict with its reasons, the most telling first."""
    programmes = {each["programme_id"]: each for each in words.programmes}
    found = []
    for judged in verdicts:
        programme = programmes[judged["programme_id"]]
        named = judged | {name: programme[name] for name in (*TITLES, "owner")}
        found.append(
            Verdict(
                named,
                [
                    _with_branches(each, words.branches)
                    for each in sorted(reasons, key=lambda row: int(str(row["position"])))
                    if _same(judged, each, "person_id")
                ],
                [each for each in members if _same(judged, each) and not judged["person_id"]],
                missing(named, words),
            )
        )
    return sorted(found, key=_telling)


# A day of an objection that was written and not read is nobody's fact; who sends the list is asked.
OBJECTION = {
    "title_id": "Masa berlaku keberatan (sanggah)",
    "title_en": "Days of an objection (sanggah)",
}


def missing(judged: Row, words: Words) -> list[Row]:
    """The facts that leave a verdict open, with whom to ask for each.

    A figure that the rule itself lacks is asked of the owner of the programme.
    """
    facts = {(each["unit"], each["fact_id"]): each for each in words.facts}
    agencies = {each["agency_id"]: each for each in words.agencies}
    senders = {each["source"]: each["agency_id"] for each in words.suppliers}
    objection = OBJECTION | {"asked_of": senders.get("dinsos")}
    found = []
    for label in filter(None, str(judged["missing_facts"] or "").split(", ")):
        scope, _, name = label.rpartition(".")
        unit = {"member": "person", "": judged["unit"]}.get(scope, scope)
        fact = objection if scope == "objection" else facts.get((unit, name), {})
        agency = judged["owner"] if label.startswith(":") else fact.get("asked_of")
        asked = agencies.get(agency, {})
        found.append(
            {"fact": label}
            | {name: fact.get(name) for name in TITLES}
            | {"asked_of": agency}
            | {f"asked_of_{name}": asked.get(name) for name in TITLES}
        )
    return found


def _with_branches(reason: Row, branches: list[Row]) -> Row:
    """A reason with its ways as rows, each with what it says and whether it holds."""
    outcomes = dict(each.split(" = ") for each in str(reason["branches"] or "").split(", ") if each)
    ways = [
        {
            "branch_id": each["branch_id"],
            "outcome": {"true": True, "false": False}.get(outcomes[each["branch_id"]]),
            "says_id": each["says_id"],
            "says_en": each["says_en"],
        }
        for each in branches
        if each["programme_id"] == reason["programme_id"]
        and each["criterion_id"] == reason["criterion_id"]
        and each["branch_id"] in outcomes
    ]
    return reason | {"branches": ways}


def _same(judged: Row, other: Row, *more: str) -> bool:
    """Whether a row belongs to a verdict."""
    return all(judged[key] == other[key] for key in ("programme_id", "household_id", *more))


def _telling(verdict: Verdict) -> tuple[int, str, str, str]:
    """What is received comes first, then what is missed, nearly met, open, and outside."""
    judged = verdict.judged
    rank = ORDER[str(judged["coverage"])]
    if judged["is_near_miss"] and not judged["is_enrolled"]:
        rank = NEAR_MISS
    return rank, str(judged["unit"]), str(judged["programme_id"]), str(judged["person_id"])
