"""Reading one YAML file: safely, strictly, and knowing where all stands."""

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from selaras.plain_yaml import LOADER
from selaras.rules.read.once import once
from selaras.rules.read.problems import Place, Problems

MAX_BYTES = 300_000
MAX_DEPTH = 20
BIGGEST = 2**63 - 1
WHOLE = re.compile(r"[-+]?(0|[1-9][0-9_]{0,30})")
# What a binary fraction holds exactly; probabilities are small and need more places.
DECIMAL = re.compile(r"[-+]?([0-9]{1,9}\.[0-9]{1,6}|[01]\.[0-9]{1,12})")
GROUPED = re.compile(r"[-+]?[1-9][0-9]{0,2}(?:([.,])[0-9]{3})(?:\1[0-9]{3})*")
GROUP = re.compile(r"[0-9]{3}")
AMOUNT = re.compile(r"(?:Rp\.? ?)?[-+]?[0-9]{1,3}(?:[., ][0-9]{3})+(?:,(?:[0-9]{1,2}|-))?")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
PLAIN = {"null": None, "~": None, "": None, "true": True, "false": False}
KEY = "<key>"
# What YAML refuses or takes for the end of a line, so that lines after it would be counted wrongly.
INVISIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
TEMPLATE = re.compile(r"\{\{|\{%|\{#")


class _Nodes(LOADER):
    """Composes nodes without asking of each what it is by YAML's rules: ours are in Reader."""

    def resolve(self, kind: type[yaml.Node], value: str | None, implicit: object) -> str:
        return ""

    def descend_resolver(self, current_node: yaml.Node, current_index: object) -> None:
        pass

    ascend_resolver = check_resolver_prefix = staticmethod(lambda *_: None)


@dataclass(frozen=True, eq=False)
class Source:
    """One file as read: its plain data and the place of every key and value in it.

    `flaws` are the places of what could not be used, such as the second of two equal keys.
    """

    file: str
    text: str
    data: object
    places: dict[tuple[str, ...], Place]
    flaws: frozenset[Place] = frozenset()

    @property
    def is_whole(self) -> bool:
        """Whether nothing had to be left out."""
        return not self.flaws

    def names(self, section: str) -> list[str]:
        """The keys of a section as written, usable or not."""
        found = self.data.get(section) if isinstance(self.data, dict) else None
        return [str(name) for name in found] if isinstance(found, dict) else []

    def says(self, *path: object) -> bool:
        """Whether something is written at a path, and not taken from an example it is like."""
        steps = tuple(map(str, path))
        return steps in self.places or (*steps, KEY) in self.places

    def place(self, *path: object) -> Place:
        """The place of a value, or of the nearest thing around it that has one."""
        known: tuple[str, ...] = ()
        for step in path:
            longer = (*known, str(step))
            known = longer if longer in self.places else known
        return self.places.get(known, Place(self.file))

    def words(self, words: str, *path: object) -> Place:
        """The place of some words inside a value, or of the value if they are not found."""
        start = self.place(*path)
        lines = self.text.splitlines()[start.line - 1 : start.line + 40]
        pattern = re.compile(rf"(?<![\w.]){re.escape(words)}(?!\w)")
        for at, line in enumerate(lines):
            found = pattern.search(line, start.column - 1 if at == 0 else 0)
            if found:
                return Place(self.file, start.line + at, found.start() + 1)
        return start


def digest_of(path: Path) -> str:
    """The digest of a file, the same on every system whatever its line ends."""
    return hashlib.sha256(path.read_bytes().replace(b"\r", b"")).hexdigest()


def read_source(path: Path, file: str, problems: Problems) -> Source | None:
    """A file of the rule book, or None where it cannot be used (and why, in `problems`)."""
    try:
        if not path.is_file():
            problems.add(Place(file), "not_a_file")
            return None
        if path.stat().st_size > MAX_BYTES:
            problems.add(Place(file), "too_big", size=path.stat().st_size, limit=MAX_BYTES)
            return None
        text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        problems.add(Place(file), "not_utf8", byte=error.start)
        return None
    except OSError as error:
        problems.add(Place(file), "not_readable", reason=error.strerror)
        return None
    return parse_source(text, file, problems)


@once
def parse_source(text: str, file: str, problems: Problems) -> Source | None:
    """The data and places of a YAML text, or None where it is not a usable one."""
    before = len(problems.found)
    if "\t" in text:
        problems.add(_place_in(text, text.index("\t"), file), "tab")
        return None
    if invisible := INVISIBLE.search(text):
        place = _place_in(text, invisible.start(), file)
        problems.add(place, "template", words=ascii(invisible.group()))
        return None
    try:
        if not _events_are_plain(text, file, problems):
            return None
        node = yaml.compose(text, Loader=_Nodes)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        reason = getattr(error, "problem", None) or str(error).splitlines()[0]
        problems.add(place_of(file, mark), "not_yaml", reason=reason)
        return None
    reader = Reader(file, problems, {})
    data = reader.value(node, ()) if node else None
    if not isinstance(data, dict):
        problems.add(Place(file), "not_a_mapping")
        return None
    flaws = frozenset(problem.place for problem in problems.found[before:])
    return Source(file, text, data, reader.places, flaws)


def _place_in(text: str, at: int, file: str) -> Place:
    """The place of the sign at a position of a text."""
    return Place(file, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))


def _events_are_plain(text: str, file: str, problems: Problems) -> bool:
    """No tag, anchor or alias and no deep nesting, seen before anything is built."""
    depth = 0
    for event in yaml.parse(text, Loader=LOADER):
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            problems.add(place_of(file, event.start_mark), "alias")
            return False
        tag = getattr(event, "tag", None)
        if tag is not None:
            problems.add(place_of(file, event.start_mark), "tag", tag=tag)
            return False
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            problems.add(place_of(file, event.start_mark), "too_deep", limit=MAX_DEPTH)
            return False
    return True


@dataclass(frozen=True)
class Reader:
    """Turns YAML nodes into plain data; only true and false are booleans, as in YAML 1.2."""

    file: str
    problems: Problems
    places: dict[tuple[str, ...], Place]

    def value(self, node: yaml.Node, path: tuple[str, ...]) -> object:
        """The plain data of a node, with the places of all that is in it."""
        place = place_of(self.file, node.start_mark)
        self.places.setdefault(path, place)
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(each, (*path, str(at))) for at, each in enumerate(node.value)]
        return self.scalar(node, place)

    def mapping(self, node: yaml.MappingNode, path: tuple[str, ...]) -> dict:
        """The dictionary of a mapping in which no key stands twice."""
        found: dict = {}
        for key_node, value_node in self.without_groups(node):
            place = place_of(self.file, key_node.start_mark)
            if not isinstance(key_node, yaml.ScalarNode):
                self.problems.add(place, "odd_key", name="?")
                continue
            key = self.scalar(key_node, place)
            if key is None and key_node.value not in PLAIN:
                continue  # what is wrong with it was noted
            if not isinstance(key, str | date) or key == "<<":
                self.problems.add(place, "odd_key", name=key_node.value)
            elif key in found:
                self.problems.add(place, "duplicate_key", name=key)
            else:
                inner = (*path, str(key))
                self.places[(*inner, KEY)] = place
                if not isinstance(value_node, yaml.ScalarNode):
                    self.places[inner] = place
                found[key] = self.value(value_node, inner)
        return found

    def without_groups(self, node: yaml.MappingNode) -> list[tuple[yaml.Node, yaml.Node]]:
        """The pairs of a mapping; of `{value: 300,000}` the key 000 is noted as what it is."""
        kept: list[tuple[yaml.Node, yaml.Node]] = []
        words = ""
        for key, value in node.value:
            if words and GROUP.fullmatch(str(key.value)) and value.value == "":
                words = f"{words},{key.value}"
                continue
            self.note_group(kept, words)
            kept.append((key, value))
            words = value.value if isinstance(value, yaml.ScalarNode) and not value.style else ""
        self.note_group(kept, words)
        return kept

    def note_group(self, kept: list[tuple[yaml.Node, yaml.Node]], words: str) -> None:
        """Note a number that commas between its thousands took apart."""
        if kept and "," in words and GROUPED.fullmatch(words):
            place = place_of(self.file, kept[-1][1].start_mark)
            self.problems.add(place, "grouped_digits", words=words, plain=plain_digits(words))

    def scalar(self, node: yaml.ScalarNode, place: Place) -> object:
        """The text, whole number, decimal, day, boolean or null that a scalar is."""
        text = node.value
        if TEMPLATE.search(text) or not text.replace("\n", "").isprintable():
            self.problems.add(place, "template", words=ascii(text[:60]))
            return None
        if node.style:
            return text
        if text in PLAIN:
            return PLAIN[text]
        if WHOLE.fullmatch(text):
            return self.whole(int(text), place)
        if GROUPED.fullmatch(text):
            self.problems.add(place, "grouped_digits", words=text, plain=plain_digits(text))
            return None
        if DECIMAL.fullmatch(text):
            return float(text)
        return self.day(text, place) if DAY.fullmatch(text) else text

    def whole(self, number: int, place: Place) -> int:
        """A whole number, which must fit 64 bits as money does."""
        if abs(number) > BIGGEST:
            self.problems.add(place, "too_large_number", number=number)
        return number

    def day(self, text: str, place: Place) -> date | None:
        """A day that is in the calendar."""
        try:
            return date.fromisoformat(text)
        except ValueError:
            self.problems.add(place, "no_such_day", day=text)
            return None


def plain_digits(text: str) -> str:
    """A number whose digits are grouped, in whatever way, as the rule book writes it."""
    whole = re.sub(r",([0-9]{1,2}|-)$", "", text.removeprefix("Rp").lstrip(". "))
    return re.sub("[., ]", "_", whole)


def place_of(file: str, mark: yaml.Mark | None) -> Place:
    """The place of a mark of the YAML parser."""
    return Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)
