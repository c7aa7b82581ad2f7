r"""Regular expressions of ECMAScript → short texts that match them.

Grammar, from https://tc39.es/ecma262/#sec-patterns: a disjunction is alternatives joined by `|`, each of terms; a term
is an atom with or without a quantifier. Assertions and `\b` have no text; whoever takes a text checks it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

Ranges: TypeAlias = tuple[tuple[int, int], ...]
"""Code points, the ends included."""
DIGITS: Ranges = ((48, 57),)
WORDS: Ranges = ((97, 122), (65, 90), (48, 57), (95, 95))
SPACES: Ranges = ((32, 32), (9, 13))
ANY: Ranges = ((32, 126),)
CLASSES = {"d": DIGITS, "w": WORDS, "s": SPACES}
CONTROLS = {"n": 10, "r": 13, "t": 9, "f": 12, "v": 11, "0": 0}
LETTERS: Ranges = ((97, 122), (65, 90))
PROPERTIES: dict[str, Ranges] = {
    "L": LETTERS, "Letter": LETTERS, "Alphabetic": LETTERS, "Lu": ((65, 90),), "Uppercase": ((65, 90),),
    "Ll": ((97, 122),), "Lowercase": ((97, 122),), "N": DIGITS, "Nd": DIGITS, "Number": DIGITS,
    "P": ((45, 46), (33, 47)), "S": ((43, 43),), "Z": SPACES[:1], "Zs": SPACES[:1], "M": ((0x300, 0x300),),
}  # fmt: skip
"""Some of the characters of Unicode's classes."""
LIKED = "a1A0b2B3c4C5d6e7f89- _./:x"
"""Characters that are taken first, where they fit."""
QUANTIFIER = re.compile(r"([*+?]|\{(\d+)(,(\d*))?\})\??")
GROUP = re.compile(r"\((?:\?(?::|(?P<look><?[=!])|<(?P<name>\w+)>))?")
LONGEST, DEEPEST = 10_000, 50
"""Characters of a text, levels of groups: beyond, there is no text."""


class PatternError(Exception):
    """A pattern that isn't understood, or whose texts are too long."""


@dataclass(frozen=True, slots=True)
class Characters:
    """One character of several."""

    ranges: Ranges

    def choices(self) -> str:
        """Return some of them, the simplest first."""
        liked = [c for c in LIKED if any(low <= ord(c) <= high for low, high in self.ranges)]
        return "".join(dict.fromkeys([*liked, *(chr(low) for low, _ in self.ranges)]))


@dataclass(frozen=True, slots=True)
class Repeat:
    """A node that stands several times."""

    node: Node
    least: int
    most: int | None


@dataclass(frozen=True, slots=True)
class Group:
    """Alternatives, each of a sequence of nodes."""

    alternatives: tuple[tuple[Node, ...], ...]
    number: int = 0
    """By which it can be referred to; 0 for none."""
    name: str = ""
    ahead: bool = False
    """Whether it only says what follows."""


@dataclass(frozen=True, slots=True)
class Reference:
    """The text of a group once more."""

    group: str


Node: TypeAlias = "Characters | Repeat | Group | Reference"


@dataclass(slots=True)
class _Parser:
    """Reads one pattern."""

    text: str
    at: int = 0
    groups: int = 0

    def disjunction(self, depth: int = 0) -> tuple[tuple[Node, ...], ...]:
        """Return the alternatives up to the end, or to a closing bracket."""
        if depth > DEEPEST:
            raise PatternError
        found: list[tuple[Node, ...]] = []
        nodes: list[Node] = []
        while self.at < len(self.text) and self.text[self.at] != ")":
            if self.text[self.at] == "|":
                self.at += 1
                found.append(tuple(nodes))
                nodes = []
            elif (node := self._atom(depth)) is not None:
                nodes.append(self._quantified(node))
        return (*found, tuple(nodes))

    def _quantified(self, node: Node) -> Node:
        match = QUANTIFIER.match(self.text, self.at)
        if match is None:
            return node
        self.at = match.end()
        if match[2] is None:
            least, most = {"*": (0, None), "+": (1, None), "?": (0, 1)}[match[1]]
            return Repeat(node, least, most)
        limit = int(match[4]) if match[4] else None
        return Repeat(node, int(match[2]), limit if match[3] else int(match[2]))

    def _atom(self, depth: int) -> Node | None:
        sign = self.text[self.at]
        if sign == "(":
            return self._group(depth)
        self.at += 1
        if sign == "[":
            return self._class()
        if sign == "\\":
            return self._escape()
        if sign in "^$":
            return None
        return Characters(ANY if sign == "." else ((ord(sign), ord(sign)),))

    def _group(self, depth: int) -> Node | None:
        match = GROUP.match(self.text, self.at)
        if match is None or (self.text.startswith("(?", self.at) and match[0] == "("):
            raise PatternError
        self.at = match.end()
        look, number = match["look"], 0
        if match[0] == "(" or match["name"]:
            self.groups += 1
            number = self.groups
        inside = self.disjunction(depth + 1)
        if not self.text.startswith(")", self.at):
            raise PatternError
        self.at += 1
        if look and look != "=":
            return None
        return Group(inside, number, match["name"] or "", ahead=look == "=")

    def _escape(self) -> Node | None:
        sign = self._next()
        if sign in "bB":
            return None
        if sign in "123456789":
            return Reference(sign)
        if sign == "k" and (match := re.compile(r"<(\w+)>").match(self.text, self.at)):
            self.at = match.end()
            return Reference(match[1])
        return Characters(self._escaped(sign))

    def _escaped(self, sign: str) -> Ranges:
        """Return the characters that an escape stands for, in a class or outside."""
        if sign.lower() in CLASSES:
            found = CLASSES[sign.lower()]
            return found if sign.islower() else _others(found)
        if sign in "pP" and (match := re.compile(r"\{(?:\w+=)?(\w+)\}").match(self.text, self.at)):
            self.at = match.end()
            found = PROPERTIES.get(match[1], LETTERS)
            return found if sign == "p" else _others(found)
        if sign in "xu" and (match := re.compile(r"([0-9a-fA-F]{2,4})|\{([0-9a-fA-F]+)\}").match(self.text, self.at)):
            size = 2 if sign == "x" else 4
            self.at = match.end() if match[2] else self.at + size
            code = int(match[2] or match[1][:size], 16)
            return ((code, code),)
        code = CONTROLS.get(sign, ord(sign))
        return ((code, code),)

    def _class(self) -> Node:
        others = self.text.startswith("^", self.at)
        self.at += others
        ranges: list[tuple[int, int]] = []
        while (sign := self._next()) != "]":
            low = self._escaped(self._next()) if sign == "\\" else ((ord(sign), ord(sign)),)
            if len(low) == 1 and low[0][0] == low[0][1] and re.compile(r"-[^\]]").match(self.text, self.at):
                self.at += 1
                sign = self._next()
                high = self._escaped(self._next()) if sign == "\\" else ((ord(sign), ord(sign)),)
                low = ((low[0][0], high[0][1]),)
            ranges += low
        return Characters(_others(tuple(ranges)) if others else tuple(ranges))

    def _next(self) -> str:
        if self.at >= len(self.text):
            raise PatternError
        self.at += 1
        return self.text[self.at - 1]


def _others(ranges: Ranges) -> Ranges:
    """Return the printable characters, and a few more, that are in none of the ranges."""
    codes = [*range(32, 127), 9, 10, 0xE9, 0x4E00]
    return tuple((code, code) for code in codes if not any(low <= code <= high for low, high in ranges))


@dataclass(slots=True)
class _Writer:
    """Writes one text."""

    number: int
    """Which of several texts: each choice takes its part of it, so that each number gives another text."""
    more: int
    """How often what may be repeated stands beyond its least number."""
    parts: list[str] = field(default_factory=list)
    size: int = 0
    groups: dict[str, str] = field(default_factory=dict)

    def write(self, node: Node) -> None:
        """Add the text of a node."""
        if isinstance(node, Characters):
            if not node.ranges:
                raise PatternError
            choices = node.choices()
            self._put(choices[self._turn(len(choices))])
        elif isinstance(node, Repeat):
            most = LONGEST if node.most is None else node.most
            for _ in range(min(node.least + self.more, most)):
                self.write(node.node)
        elif isinstance(node, Reference):
            self._put(self.groups.get(node.group, ""))
        elif not node.ahead or self._turn(2) == 0:
            # What is said to follow is written too: for `(?=.*\d).{8,}` that is a text of all that is asked for.
            start = len(self.parts)
            for part in node.alternatives[self._turn(len(node.alternatives))]:
                self.write(part)
            text = "".join(self.parts[start:])
            self.groups[str(node.number)] = self.groups[node.name] = text

    def _turn(self, count: int) -> int:
        """Return which of so many choices is taken."""
        self.number, turn = divmod(self.number, count)
        return turn

    def _put(self, text: str) -> None:
        self.size += len(text) + 1
        if self.size > 2 * LONGEST:
            raise PatternError
        self.parts.append(text)


def generate_texts(pattern: str, least: int = 0, count: int = 12) -> Iterator[str]:
    """Yield texts that match a pattern, as far as it is understood; the first ones are the simplest.

    `least` is how long they should be, where the pattern lets them; each of the `count` is tried in three lengths.
    """
    parser = _Parser(pattern)
    try:
        whole = Group(parser.disjunction())
    except (PatternError, ValueError):
        return
    if parser.at < len(pattern):
        return
    for number in range(count):
        for more in dict.fromkeys((0, 1, least)):
            writer = _Writer(number, more)
            try:
                writer.write(whole)
            except PatternError:
                continue
            yield "".join(writer.parts)
