"""Somebody's history in words: verdicts from week to week, and why each is another."""

from selaras.cli.show import number
from selaras.cli.wording import Vocabulary, rupiah, told
from selaras.explain import Explanation
from selaras.messages import say
from selaras.warehouse import Row


def stretch(row: Row) -> str:
    """A verdict and the weeks in which it was given."""
    days = say("explain.weeks", first=row["first_on"], last=row["last_on"])
    if row["first_on"] == row["last_on"]:
        days = str(row["first_on"])
    words = [
        str(row["programme_id"]),
        days,
        say(f"explain.verdict_{row['verdict']}"),
        say(f"explain.coverage_{row['coverage']}"),
    ]
    amount = row["entitled_amount"]
    words += [say("explain.entitled", amount=rupiah(amount))] if amount is not None else []
    return " · ".join(words)


def changed_stretches(found: list[Row]) -> list[Row]:
    """Of programmes whose verdict was not the same in all weeks, all stretches."""
    keys = [(each["programme_id"], each["person_id"]) for each in found]
    return [row for row, key in zip(found, keys, strict=True) if keys.count(key) > 1]


def verdict_cause(row: Row, explanation: Explanation) -> str:
    """One cause of a changed verdict: what changed, where it stands, and what came of it."""
    about = _joined([str(row["as_of_date"]), str(row["programme_id"]), _effect(row)])
    return f"{about}\n{_why(row, explanation)}"


def finding_cause(row: Row, explanation: Explanation) -> str:
    """One cause of a finding that came, went, or is about another amount."""
    change = say(f"explain.finding_{row['change_kind']}")
    about = _joined([str(row["as_of_date"]), told(row, "says") or str(row["rule_id"]), change])
    name = None if row["name"] == row["rule_id"] else row["name"]
    row = row | {"change_kind": row["row_change_kind"], "part": "person", "name": name}
    return f"{about}\n{_why(row, explanation)}"


def event(row: Row) -> str:
    """What became of a family or person."""
    words = [str(row["as_of_date"]), str(row["programme_id"] or "")]
    words += [say(f"explain.event_{row['change_kind']}")]
    for name, shown in (("amount", rupiah), ("decile", str), ("region_code", str)):
        sides = [row[f"was_{name}"], row[name]]
        if row["change_kind"] in ("entered", "left"):  # on one side there is no amount to know
            sides = [each for each in sides if each is not None]
        if any(each is not None for each in sides):
            told_sides = [say("explain.unknown") if each is None else shown(each) for each in sides]
            words.append(" → ".join(told_sides))
    words += [say("explain.to_verify")] if row["is_to_verify"] else []
    return _joined(words)


def _effect(row: Row) -> str:
    """What a step made of the verdict."""
    before, now = (_state(row, prefix) for prefix in ("was_", ""))
    if before == now:
        return say("explain.criteria_changed", criteria=_criteria(row))
    return f"{before} → {now}"


def _state(row: Row, prefix: str) -> str:
    """Coverage and amount in a few words."""
    verdict, amount = row[f"{prefix}verdict"], row[f"{prefix}entitled_amount"]
    if verdict is None:
        return say("explain.not_judged")
    words = [say(f"explain.coverage_{row[f'{prefix}coverage']}")]
    return ", ".join([*words, *([rupiah(amount)] if amount is not None else [])])


def _criteria(row: Row) -> str:
    """The criteria that are met, unmet or open otherwise than before."""
    changed: set[str] = set()
    for name in ("unmet_criteria", "unknown_criteria"):
        before, now = (str(row[key] or "").split(", ") for key in (f"was_{name}", name))
        changed |= set(before) ^ set(now)
    changed.discard("")
    return ", ".join(sorted(changed))


def _why(row: Row, explanation: Explanation) -> str:
    """The cause in words."""
    kind = str(row["cause_kind"])
    words = [say(f"explain.cause_{kind}"), _what(row, explanation)]
    if kind in ("rule", "method") and row.get("rule_digest"):
        words.append(f"{row['was_rule_digest']} → {row['rule_digest']}")
    if row["source"]:
        changed = say(f"explain.row_{row['change_kind']}") if row["change_kind"] else ""
        field = f".{row['field']}" if row["field"] else ""
        words.append(f"{row['source']}.{row['table_name']}{field} {changed}".strip())
    if row["source_row_id"]:
        place = row["source_row_id"]
        if row["file"]:
            place = f"{row['file']}, {say('explain.line', line=row['line'])}"
        words.append(str(place))
    if row["was_attached_by"] or row["attached_by"]:
        words.append(" → ".join(_attached(row, prefix) for prefix in ("was_", "")))
    return _joined(words)


def _attached(row: Row, prefix: str) -> str:
    """How a row was attached then, or is now, and how likely that is."""
    method, score = row[f"{prefix}attached_by"], row[f"{prefix}score"]
    words = say(f"explain.attached_{method or 'none'}")
    return f"{words} ({score:.3f})" if score is not None else words


def _joined(words: list[str]) -> str:
    """What there is of some words, in one line."""
    return " · ".join(filter(None, words))


def _what(row: Row, explanation: Explanation) -> str:
    """Which figure, criterion or fact changed, from what to what."""
    if not row["name"]:
        return ""
    name, part = str(row["name"]), str(row["part"])
    if part in ("person", "household"):
        name = Vocabulary(explanation.vocabulary, part).title(name)
    if name in ("member", "family", "is_enrolled"):
        name = say(f"explain.fact_{name}")
    who = {each["person_id"]: str(each["full_name"]) for each in explanation.members}
    name += f" ({who[row['subject_id']]})" if row.get("subject_id") in who else ""
    values = [say("explain.unknown") if row.get(each) is None else _value(row[each])
              for each in ("was_value", "now_value")]  # fmt: skip
    return f"{name}: {' → '.join(values)}" if row.get("was_value") != row.get("now_value") else name


def _value(text: object) -> str:
    """A value of a fact or figure as people write it."""
    if text in ("true", "false"):
        return say(f"explain.word_{text}")
    return number(int(str(text))) if str(text).isdigit() else str(text)
