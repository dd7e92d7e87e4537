"""Writing a sample: the city once, then drop by drop, then the truth."""

import shutil
from contextlib import closing
from pathlib import Path

from selaras.errors import ExitCode, Refusal
from selaras.memory import memory_bytes
from selaras.progress import step
from selaras.sample.city import draw_city, drop_dates, open_city
from selaras.sample.invented import enrol, invented_lists
from selaras.sample.truth import open_truth, write_truth
from selaras.sample.week import Books, Drop, write_drop

# More would not make it faster.
MOST = 6 << 30
_TRUTH = "truth"
_MARK = f"{_TRUTH}/headline.csv"


def write_sample(
    families: int, weeks: int, seed: int, out: Path | str, clean: bool = False
) -> Path:
    """Write weekly drops of a synthetic Jakarta, and the truth beside them.

    The last drop is of 24 October 2025. The first one carries the payment lists of all
    periods of the year so far, the later ones those of the running periods, and every drop
    carries the registers. The same arguments give the same bytes. A sample that stands in
    the folder already is replaced, anything else is left alone.
    """
    if not 100 <= families <= 10_000_000:
        raise Refusal(ExitCode.USAGE, "sample.families_out_of_range", families=families)
    if not 1 <= weeks <= 40:
        raise Refusal(ExitCode.USAGE, "sample.weeks_out_of_range", weeks=weeks)
    out = Path(out).resolve()
    _refuse_foreign(out)
    work = out.parent / f".{out.name}.part"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    try:
        _draw(work, families, weeks, seed, clean)
        _replace(work / "made", out)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    return out


def _draw(work: Path, families: int, weeks: int, seed: int, clean: bool) -> None:
    """Draw the city and write everything into the work folder."""
    made, invented = work / "made", invented_lists()
    memory = f"{min(MOST, memory_bytes()) >> 20}MiB"
    with closing(Books()) as books, open_city(work, memory) as city:
        with step("sample.stage_world"):
            draw_city(city, families, weeks, seed, clean)
            for each in invented.values():
                enrol(city, each)
        open_truth(city)
        for index, day in enumerate(drop_dates(weeks)):
            with step("sample.stage_drop", date=day):
                drop = Drop(day, index, made / f"{day}", made / _TRUTH, clean, books, invented)
                write_drop(city, drop)
        with step("sample.stage_truth"):
            write_truth(city, made / _TRUTH)


def _refuse_foreign(out: Path) -> None:
    """Refuse a folder that holds something else than an earlier sample."""
    if out.exists() and not (out / _MARK).is_file() and any(out.iterdir()):
        found = sorted(path.name for path in out.iterdir())[0]
        raise Refusal(ExitCode.USAGE, "sample.folder_in_use", folder=out, found=found)


def _replace(made: Path, out: Path) -> None:
    """Put the finished sample in place of an earlier one."""
    if out.exists():
        shutil.rmtree(out)
    made.replace(out)
