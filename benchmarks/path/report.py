"""What was measured as tables that can be pasted into the README, and as a picture."""

import math
from pathlib import Path

import altair as alt
from path.measure import Measure

AIMS = {"CPU": 1.05, "memory": 0.9}
START = "dbt run"  # a room of two small models: what it takes is the start of dbt
By = dict[int, list[Measure]]


def show(families: int, steps: list[Measure]) -> None:
    """One size of town."""
    print(f"\n### {families:,} families\n")
    print("| step | rows | seconds | in queries | CPU seconds | floor, CPU seconds | peak MiB |")
    print("| --- | ---: | ---: | ---: | ---: | --- | ---: |")
    for it in steps:
        queries = f"{it.in_queries:.1f}" if it.in_queries else ""
        floors = " + ".join(f"{each:.1f} {name}" for name, each in it.floors.items())
        print(
            f"| {it.step} | {it.rows:,} | {it.seconds:.1f} | {queries} "
            f"| {it.processor:.1f} | {floors} | {it.memory:,.0f} |"
        )


def growth(measured: By) -> None:
    """The exponents from the first size to the last: 1 is as the town grows."""
    small, *_, large = measured
    print(f"\n### Growth from {small:,} to {large:,} families\n")
    print("| step | CPU, exponent | aim | peak memory, exponent | aim |")
    print("| --- | ---: | --- | ---: | --- |")
    for step, processor, memory in exponents(measured):
        told = [
            f"{found:.2f} | {'met' if found <= aim else f'**over {aim}**'}"
            for found, aim in zip((processor, memory), AIMS.values(), strict=True)
        ]
        print(f"| {step} | {' | '.join(told)} |")
    print("\nThe start of dbt is taken off the CPU seconds of a room.")


def exponents(measured: By) -> list[tuple[str, float, float]]:
    """Step, and the exponents of processor seconds and of peak memory."""
    small, *_, large = measured
    times = math.log(large / small)
    found = []
    for before, after in zip(measured[small], measured[large], strict=True):
        one, other = (
            max(0.01, it.processor - _start(it, steps))
            for it, steps in ((before, measured[small]), (after, measured[large]))
        )
        memory = math.log(after.memory / before.memory) / times
        found.append((after.step, math.log(other / one) / times, memory))
    return [each for each in found if each[0] != START]


def draw(measured: By, path: Path) -> None:
    """Processor seconds and peak memory of each step by the size of the town."""
    rows = [
        {"families": families, "step": it.step, "measure": name, "value": max(value, 0.01)}
        for families, steps in measured.items()
        for it in steps
        for name, value in (
            ("CPU seconds, start of dbt taken off", it.processor - _start(it, steps)),
            ("peak MiB", it.memory),
        )
        if it.step != START
    ]
    scale = alt.Scale(type="log")
    lines = (
        alt.Chart(alt.Data(values=rows), width=340, height=340)
        .mark_line(point=True)
        .encode(
            x=alt.X("families:Q", scale=scale, title="families"),
            y=alt.Y("value:Q", scale=scale, title=None),
            color=alt.Color("step:N", sort=None, title="step", scale=alt.Scale(scheme="tableau20")),
        )
    )
    chart = lines.facet(column=alt.Column("measure:N", title=None))
    chart.resolve_scale(y="independent").save(str(path))


def _start(it: Measure, steps: list[Measure]) -> float:
    """What the start of dbt takes of a step that is a room."""
    if not it.step.startswith("dbt "):
        return 0.0
    return next((each.processor for each in steps if each.step == START), 0.0)
