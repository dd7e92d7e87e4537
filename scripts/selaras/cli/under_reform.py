"""One verdict under a reform beside the one that stands, in a line."""

from selaras.cli.codes import Codes
from selaras.cli.show import number
from selaras.messages import language, say
from selaras.warehouse import Row

OUTSIDE = "outside"


def under_reform(row: Row, codes: Codes, criteria: list[Row]) -> str:
    """Programme, both verdicts, both amounts, and what stands in the way or is open."""
    programme = row["programme_id"]
    says = {
        each["criterion_id"]: str(each[f"says_{language()}"]).removesuffix(".")
        for each in criteria
        if each["programme_id"] == programme
    }
    verdicts = {
        when: say("what_if.not_judged")
        if row[f"verdict_{when}"] == OUTSIDE
        else codes("verdict", row[f"verdict_{when}"])
        for when in ("before", "after")
    }
    because = filter(None, f"{row['unmet_criteria']}, {row['unknown_criteria']}".split(", "))
    told = say(
        "what_if.verdict",
        programme=codes("programme", programme),
        **verdicts,
        amount_before=number(row["certain_before"]),
        amount_after=number(row["certain_after"]),
    )
    return "; ".join([told, *(says.get(name, name) for name in because)])
