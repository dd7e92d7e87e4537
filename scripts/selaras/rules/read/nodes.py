"""YAML nodes as plain data: only true and false are booleans, and every key stands once."""

import re
from dataclasses import dataclass
from datetime import date

import yaml

from selaras.rules.read.problems import Place, Problems

BIGGEST = 2**63 - 1
WHOLE = re.compile(r"[-+]?(0|[1-9][0-9_]{0,30})")
# What a binary fraction holds exactly; probabilities are small and need more places.
DECIMAL = re.compile(r"[-+]?([0-9]{1,9}\.[0-9]{1,6}|[01]\.[0-9]{1,12})")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
PLAIN = {"null": None, "~": None, "": None, "true": True, "false": False}
KEY = "<key>"
TEMPLATE = re.compile(r"\{\{|\{%|\{#")


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
        for key_node, value_node in node.value:
            place = place_of(self.file, key_node.start_mark)
            if not isinstance(key_node, yaml.ScalarNode):
                self.problems.add(place, "odd_key", name="?")
                continue
            key = self.scalar(key_node, place)
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

    def scalar(self, node: yaml.ScalarNode, place: Place) -> object:
        """The text, whole number, decimal, day, boolean or null that a scalar is."""
        text = node.value
        if TEMPLATE.search(text) or not all(each.isprintable() or each == "\n" for each in text):
            self.problems.add(place, "template", words=ascii(text[:60]))
            return None
        if node.style:
            return text
        if text in PLAIN:
            return PLAIN[text]
        if WHOLE.fullmatch(text):
            return self.whole(int(text), place)
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


def place_of(file: str, mark: yaml.Mark | None) -> Place:
    """The place of a mark of the YAML parser."""
    return Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)
