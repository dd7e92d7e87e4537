"""Somebody's history in words: verdicts from week to week, and why each is another."""

from selaras.cli.codes import Codes
from selaras.cli.conditions import Conditions
from selaras.cli.show import number
from selaras.cli.wording import Vocabulary, day, joined, rupiah, told
from selaras.explain import Explanation
from selaras.messages import say
from selaras.warehouse import Row


def stretch(row: Row, explanation: Explanation) -> str:
    """A verdict and the weeks in which it was given."""
    codes = Codes(explanation.labels)
    days = say("explain.weeks", first=day(row["first_on"]), last=day(row["last_on"]))
    if row["first_on"] == row["last_on"]:
        days = day(row["first_on"])
    amount = row["entitled_amount"]
    return joined(
        codes("programme", row["programme_id"]),
        days,
        codes("coverage", row["coverage"]),
        say("explain.entitled", amount=rupiah(amount)) if amount is not None else "",
    )


def changed_stretches(found: list[Row]) -> list[Row]:
    """Of programmes whose verdict was not the same in all weeks, all stretches."""
    keys = [(each["programme_id"], each["person_id"]) for each in found]
    return [row for row, key in zip(found, keys, strict=True) if keys.count(key) > 1]


def verdict_cause(row: Row, explanation: Explanation) -> str:
    """One cause of a changed verdict: what changed, where it stands, and what came of it."""
    programme = Codes(explanation.labels)("programme", row["programme_id"])
    about = joined(day(row["as_of_date"]), programme, _effect(row, explanation))
    return f"{about}\n{_why(row, explanation)}"


def finding_cause(row: Row, explanation: Explanation) -> str:
    """One cause of a finding that came, went, or is about another amount."""
    change = Codes(explanation.labels)("change_kind", row["change_kind"])
    about = joined(day(row["as_of_date"]), told(row, "says") or str(row["rule_id"]), change)
    name = None if row["name"] == row["rule_id"] else row["name"]
    row = row | {"change_kind": row["row_change_kind"], "part": "person", "name": name}
    return f"{about}\n{_why(row, explanation)}"


def event(row: Row, explanation: Explanation) -> str:
    """What became of a family or person."""
    words = [day(row["as_of_date"])]
    words += [Codes(explanation.labels)("programme", row["programme_id"])]
    words += [Codes(explanation.labels)("change_kind", row["change_kind"])]
    names = {each["region_code"]: str(each["region_name"]) for each in explanation.regions}

    def place(code: object) -> str:
        return names.get(code, str(code))

    for name, shown in (("amount", rupiah), ("decile", str), ("region_code", place)):
        sides = [row[f"was_{name}"], row[name]]
        if row["change_kind"] in ("entered", "left"):  # on one side there is no amount to know
            sides = [each for each in sides if each is not None]
        if any(each is not None for each in sides):
            told_sides = [say("explain.unknown") if each is None else shown(each) for each in sides]
            words.append(" → ".join(told_sides))
    words += [say("explain.to_verify")] if row["is_to_verify"] else []
    return joined(*words)


def _effect(row: Row, explanation: Explanation) -> str:
    """What a step made of the verdict."""
    codes = Codes(explanation.labels)
    before, now = (_state(row, prefix, codes) for prefix in ("was_", ""))
    if before == now:
        return say("explain.criteria_changed", criteria=_criteria(row, explanation))
    return f"{before} → {now}"


def _state(row: Row, prefix: str, codes: Codes) -> str:
    """Coverage and amount in a few words."""
    verdict, amount = row[f"{prefix}verdict"], row[f"{prefix}entitled_amount"]
    if verdict is None:
        return say("explain.not_judged")
    words = [codes("coverage", row[f"{prefix}coverage"])]
    return ", ".join([*words, *([rupiah(amount)] if amount is not None else [])])


def _criteria(row: Row, explanation: Explanation) -> str:
    """The criteria that are met, unmet or open otherwise than before."""
    changed: set[str] = set()
    for name in ("unmet_criteria", "unknown_criteria"):
        before, now = (str(row[key] or "").split(", ") for key in (f"was_{name}", name))
        changed |= set(before) ^ set(now)
    changed.discard("")
    says = _sentences(row, explanation)
    return " ".join(says.get(each) or each for each in sorted(changed))


def _sentences(row: Row, explanation: Explanation) -> dict[object, str]:
    """What the criteria of a programme say, by id."""
    return {
        each["criterion_id"]: told(each, "says")
        for each in explanation.criteria
        if each["programme_id"] == row["programme_id"]
    }


def _why(row: Row, explanation: Explanation) -> str:
    """The cause in words."""
    kind = str(row["cause_kind"])
    codes = Codes(explanation.labels)
    words = [codes("cause_kind", kind), _what(row, explanation, codes)]
    if kind in ("rule", "method") and row.get("rule_digest"):
        words.append(f"{row['was_rule_digest']} → {row['rule_digest']}")
    if row["source"]:
        words.append(joined(codes.list_of(row), codes("row_change", row["change_kind"])))
    if row["source_row_id"]:
        place = row["source_row_id"]
        if row["file"]:
            place = f"{row['file']}, {say('explain.line', line=row['line'])}"
        words.append(str(place))
    if row["was_attached_by"] or row["attached_by"]:
        words.append(" → ".join(_attached(row, prefix, codes) for prefix in ("was_", "")))
    return joined(*words)


def _attached(row: Row, prefix: str, codes: Codes) -> str:
    """How a row was attached then, or is now, and how likely that is."""
    method, score = row[f"{prefix}attached_by"], row[f"{prefix}score"]
    words = codes("attached_by", method) or say("explain.attached_none")
    return f"{words} ({number(round(score, 3))})" if score is not None else words


def _what(row: Row, explanation: Explanation, codes: Codes) -> str:
    """Which figure, criterion or fact changed, from what to what."""
    if not row["name"]:
        return ""
    name, part = str(row["name"]), str(row["part"])
    fact, values_of = name, Conditions(explanation.vocabulary, part, codes)
    if part in ("person", "household"):
        title = Vocabulary(explanation.vocabulary, part).title(name)
        name = codes.all("programme source side", name) if title == name else title
    elif part == "parameter":
        name = say("explain.figure_missing", name=name)
    elif part == "criterion":
        name = _sentences(row, explanation).get(name, name)
    if name in ("member", "family", "is_enrolled"):
        name = say(f"explain.fact_{name}")
    who = {each["person_id"]: str(each["full_name"]) for each in explanation.members}
    name += f" ({who[row['subject_id']]})" if row.get("subject_id") in who else ""
    values = [values_of.value(fact, row.get(each)) for each in ("was_value", "now_value")]
    return f"{name}: {' → '.join(values)}" if row.get("was_value") != row.get("now_value") else name
