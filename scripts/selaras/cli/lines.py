"""What the warehouse says of somebody, one row a line."""

from collections.abc import Callable

from selaras.cli.codes import Codes
from selaras.cli.show import number
from selaras.cli.wording import day, joined, period, rupiah, told
from selaras.explain import Explanation
from selaras.messages import say
from selaras.warehouse import Row

EXACT = "exact"
ALIVE = "active"
Line = Callable[[Row], str]


class Lines:
    """Rows of one explanation in words."""

    def __init__(self, explanation: Explanation) -> None:
        self._explanation = explanation
        self.codes = Codes(explanation.labels)

    def naming(self, line: Line) -> Line:
        """Adds whom a line is about, where it may be about several members of a family."""
        if self._explanation.person:
            return line
        names = {each["person_id"]: each["full_name"] for each in self._explanation.members}

        def named(row: Row) -> str:
            first, *others = line(row).split("\n")
            return "\n".join([joined(first, names.get(row["person_id"])), *others])

        return named

    def family(self, household: Row) -> str:
        """A family with its card, size, decile and place."""
        unknown = say("explain.unknown")
        count = household["member_count"]
        members = say("explain.member" if count == 1 else "explain.members", count=number(count))
        return joined(
            f"No KK {household['no_kk']}",
            members if count is not None else say("explain.members_unknown"),
            f"{say('explain.decile')}: {household['national_decile'] or unknown}",
            self._place(household["region_code"]),
            f"[dim]{household['household_id']}[/]",
        )

    def _place(self, code: object) -> str:
        """The urban village, district and city of a code."""
        for each in self._explanation.regions:
            if each["region_code"] == code:
                return say(
                    "explain.place",
                    kelurahan=each["region_name"],
                    kecamatan=each["district_name"],
                    city=each["city_name"],
                )
        return f"{say('explain.region')}: {code or say('explain.unknown')}"

    def person(self, person: Row) -> str:
        """A person as people know one another."""
        age, unknown = person["age_years"], say("explain.unknown")
        status = ""
        if person["life_status"] not in (None, ALIVE):
            words = self.codes("life_status", person["life_status"])
            status = f"[bold red]{words} {day(person['life_status_on'])}".strip() + "[/]"
        return joined(
            str(person["full_name"] or unknown),
            f"NIK {person['nik']}",
            f"{say('explain.born')} {day(person['birth_date']) or unknown}",
            say("explain.age", age=unknown if age is None else age),
            status,
            f"[dim]{person['person_id']}[/]",
        )

    def objection(self, row: Row) -> str:
        """An accepted objection."""
        name = str(row["criterion_id"]).removesuffix("?")
        says = {
            (each["programme_id"], each["criterion_id"]): told(each, "says")
            for each in self._explanation.criteria
        }
        ends = row["valid_until"]
        return joined(
            self.codes("programme", row["programme_id"]),
            says.get((row["programme_id"], name), name).removesuffix("."),
            say("explain.until", day=day(ends)) if ends else say("explain.no_end"),
            row["objection_id"],
        )

    def answer(self, row: Row) -> str:
        """An answer of a visited family: the fact, what was said, who asked when, and its row."""
        facts = {(each["unit"], each["fact_id"]): each for each in self._explanation.vocabulary}
        fact = facts.get((row["unit"], row["fact_id"]), {})
        said, kind = row["answer"], fact.get("type")
        words = rupiah(int(str(said))) if said and kind == "integer" else None
        answer = words or self.codes("answer" if kind == "boolean" else str(row["fact_id"]), said)
        return joined(
            f"{(fact and told(fact, 'title')) or row['fact_id']}: {answer or '?'}",
            say("explain.answered_by", day=day(row["told_on"]), who=row["told_by"]),
            self.codes("answer_outcome", row["outcome"]),
            f"{row['file']}, {say('explain.line', line=row['line'])}",
        )

    def enrolment(self, row: Row) -> str:
        """An enrolment in a line."""
        amount = row["monthly_amount"]
        return joined(
            self.codes.side(row),
            period(row["starts_on"], row["ends_on"]),
            say("explain.a_month", amount=rupiah(amount)) if amount is not None else "",
            self.codes("enrolment_status", row["status"]),
            self.codes("match_method", row["match_method"]),
        )

    def payment(self, row: Row) -> str:
        """The payments of a programme with one outcome."""
        count = row["payments"]
        times = say(
            "explain.payment" if count == 1 else "explain.payment_count", count=number(count)
        )
        return joined(
            self.codes.side(row),
            self.codes("payment_status", row["status"]),
            "" if row["amount"] is None else rupiah(row["amount"]),
            times,
            period(row["first_period_starts_on"], row["last_period_ends_on"]),
        )

    def finding(self, row: Row) -> str:
        """A finding: what it says, what is at stake, and what people decided."""
        keys = ("programme_id", "other_programme_id")
        sides = [self.codes.all("programme side", row[key]) for key in keys if row[key]]
        stake, agency = row["monthly_amount_at_stake"], row["review_agency"]
        decided = self.codes("disposition", row["disposition"])
        line = joined(
            self.codes("kind", row["kind"]),
            say("explain.word_with").join(sides),
            say("explain.at_stake", amount=rupiah(stake)) if stake else "",
            say("explain.seen_on", day=day(row["first_seen_on"])),
            say("explain.review_by", agency=self.codes("agency", agency)) if agency else "",
        )
        return f"[bold]{told(row, 'says')}[/] [yellow]({decided})[/]\n{line}"

    def identity_change(self, row: Row) -> str:
        """What became of a number or a family card, and which ids were there before."""
        before = [row["previous_person_id"]]
        if row["previous_household_id"] != row["household_id"]:
            before.append(row["previous_household_id"])
        former = say("explain.formerly", ids=joined(*before)) if any(before) else ""
        line = joined(day(row["batch_date"]), former, self._evidence(row["evidence"]))
        return f"{told(row, 'says')}\n{line}"

    def _evidence(self, written: object) -> str:
        """What a change was seen by."""
        parts = [each.split(" ") for each in str(written or "").split(", ") if each]
        told = []
        for first, *others in parts:
            if first.isdigit():
                told.append(f"{first} {self.codes('evidence', '_'.join(others))}")
            else:
                told.append(self.codes("evidence", "_".join([first, *others])))
        return ", ".join(told)

    def source_row(self, row: Row) -> str:
        """A row of a list, and what had to be done to it."""
        method = row["match_method"]
        count, place = row.get("row_count", 1), self._line(row)
        return joined(
            self.codes.list_of(row),
            place if count == 1 else say("explain.row_count", count=count, place=place),
            self.codes("role", row["role"]),
            "" if method == EXACT else self.codes("match_method", method),
            self.codes.all("note", row["notes"]),
        )

    def refused_row(self, row: Row) -> str:
        """A row in quarantine."""
        why = self.codes("quarantine_reason", row["reason"])
        return joined(self.codes.list_of(row), self._line(row), why)

    def _line(self, row: Row) -> str:
        """The file and line that a row stands on."""
        return f"{row['file']}, {say('explain.line', line=row['line'])}"
