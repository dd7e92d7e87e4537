"""What the reader of workbooks does not tell: the epoch, and formulas that have no value."""

import re
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree.ElementTree import ParseError, iterparse

from selaras.landing.pieces import Frame, frame_of

_CHUNK = 1 << 20
_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_ERRORS = (b' t="e"', b" t='e'")
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True)
class Inside:
    """What stands in the parts of a workbook; places are rows and columns from 0, by sheet.

    Large sheets have a frame.
    """

    counts_from_1904: bool = False
    uncalculated: dict[str, set[tuple[int, int]]] = field(default_factory=dict)
    frames: dict[str, Frame] = field(default_factory=dict)


def look_inside(path: Path) -> Inside:
    """Read what is needed of a workbook's own XML; the guard has unpacked it once before."""
    with zipfile.ZipFile(path) as archive:
        names = {name.lower().lstrip("/"): name for name in archive.namelist()}
        if "xl/workbook.xml" not in names:
            return Inside()
        sheets, epoch, is_stale = _book(archive, names["xl/workbook.xml"])
        parts = _parts(archive, names.get("xl/_rels/workbook.xml.rels"))
        uncalculated, frames = {}, {}
        for sheet, relation in sheets.items():
            part = names.get(parts.get(relation, "").lower())
            if part and _may_lack_values(archive, part):
                uncalculated[sheet] = _uncalculated(archive, part, is_stale)
            if part and (frame := frame_of(archive, part)):
                frames[sheet] = frame
    return Inside(epoch, uncalculated, frames)


def _book(archive: zipfile.ZipFile, part: str) -> tuple[dict[str, str], bool, bool]:
    """The sheets with their relations, whether days count from 1904, whether values are stale."""
    sheets, epoch, is_stale = {}, False, False
    with archive.open(part) as stream:
        for _, element in iterparse(stream):
            match _bare(element.tag):
                case "sheet":
                    sheets[element.get("name", "")] = element.get(_RELATION, "")
                case "workbookPr":
                    epoch = element.get("date1904", "0") in ("1", "true", "on")
                case "calcPr":
                    is_stale = element.get("fullCalcOnLoad", "0") in ("1", "true", "on")
    return sheets, epoch, is_stale


def _parts(archive: zipfile.ZipFile, part: str | None) -> dict[str, str]:
    """The part of the archive that each relation names."""
    found = {}
    if part:
        with archive.open(part) as stream:
            for _, element in iterparse(stream):
                target = element.get("Target", "")
                inside = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
                found[element.get("Id", "")] = inside
    return found


def _may_lack_values(archive: zipfile.ZipFile, part: str) -> bool:
    """Whether a sheet has a formula, or an error that one left, at all; most lists have none."""
    tail = b""
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            text = tail + chunk
            if (b"<f" in text or b":f" in text) and re.search(rb"<(?:\w+:)?f[\s>/]", text):
                return True
            if any(error in text for error in _ERRORS):
                return True
            tail = chunk[-16:]
    return False


def _uncalculated(archive: zipfile.ZipFile, part: str, is_stale: bool) -> set[tuple[int, int]]:
    """The places of formulas that failed or have no value, or the 0 that libraries write for it."""
    found = set()
    try:
        with archive.open(part) as stream:
            for _, element in iterparse(stream):
                tag = _bare(element.tag)
                if tag == "c":
                    values = {_bare(child.tag): child.text or "" for child in element}
                    nothing = ("", "0") if is_stale else ("",)
                    is_text = element.get("t") == "str" and not is_stale
                    is_empty = "f" in values and values.get("v", "") in nothing and not is_text
                    if is_empty or element.get("t") == "e":
                        found.add(_place(element.get("r", "")))
                if tag in ("c", "row"):
                    element.clear()
    except ParseError:
        return set()
    return found


def _place(name: str) -> tuple[int, int]:
    """Row and column from 0 of a cell such as AB12."""
    fit = _PLACE.fullmatch(name)
    if not fit:
        return (-1, -1)
    column = 0
    for letter in fit[1]:
        column = column * 26 + ord(letter) - 64
    return int(fit[2]) - 1, column - 1


def _bare(tag: str) -> str:
    """The name of an element without its namespace."""
    return tag.rpartition("}")[2]
