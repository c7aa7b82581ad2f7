"""JSON samples as authors write them → values, with a list of what had to be repaired and where.

A library that repairs JSON guesses freely and cannot be asked what an indentation meant; a brace put in the wrong place
moves fields from one structure to another. So it is done here, one named repair at a time, in the author's lines.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from math import isinf
from typing import Any

TOKEN = re.compile(
    r"""(?P<space>\s+)
    | (?P<punctuation>[{}\[\],:])
    | (?P<string>"(?:[^"\\]|\\.)*")
    | (?P<bare>[^\s{}\[\],:"]+(?:[^\n{}\[\],"]*[^\s{}\[\],"])?)
    | (?P<stray>.)""",
    re.VERBOSE | re.DOTALL,
)
STRAY = re.compile(r"(?P<stray>.)", re.DOTALL)
BARE_VALUE = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?|true|false|null")
# What comes after this recurses over samples, several calls a level.
DEEPEST = 64


@dataclass(frozen=True, slots=True)
class Correction:
    """What to write in place of a piece of the text, so that it says in JSON what it was read as."""

    start: int
    """Offset in the text."""
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Repair:
    """One thing that was wrong with the text."""

    line: int
    """Counted from 0 at the sample's first line."""
    what: str
    correction: Correction | None = None
    """None where it is for the author to say what was meant: a name that stands twice."""


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    start: int
    """Offset in the text."""
    line: int
    column: int
    """Only meaningful for the first token of a line."""
    first: bool

    @property
    def end(self) -> int:
        return self.start + len(self.text)


class UnreadableJsonError(ValueError):
    """The text is no JSON that an author could have meant."""

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(message)
        self.line = line
        """Counted from 0 at the sample's first line."""


def parse_json(text: str) -> tuple[Any, tuple[Repair, ...]]:
    """Return the value and what was repaired to get it; raises `UnreadableJsonError` where it cannot be told."""
    value, repairs = _parse(text)
    if text.count("{") + text.count("[") > DEEPEST and _depth(value) > DEEPEST:
        raise UnreadableJsonError("nested too deep")
    if "\\u" in text:
        try:
            json.dumps(value, ensure_ascii=False).encode()
        except UnicodeEncodeError:
            raise UnreadableJsonError("half of a surrogate pair, which is no character") from None
    return value, repairs


def _parse(text: str) -> tuple[Any, tuple[Repair, ...]]:
    try:
        return json.loads(text, parse_constant=_refuse, parse_float=_finite, object_pairs_hook=_members), ()
    except (ValueError, RecursionError):
        pass
    balanced = text.count("{") == text.count("}") and text.count("[") == text.count("]")
    # The indentation is asked only where a bracket is missing: pages with all their brackets are indented wrongly too.
    reader = _Reader(_tokens(text), by_indentation=not balanced)
    value = reader.value(0)
    if reader.peek() is not None:
        raise UnreadableJsonError("text goes on after the value", reader.tokens[reader.place].line)
    return value, tuple(reader.repairs)


def _refuse(word: str) -> Any:  # noqa: ANN401
    raise ValueError(f"{word} is not JSON")


def _depth(value: Any) -> int:  # noqa: ANN401
    """Return how many objects and lists stand in one another."""
    depth, level = 0, [value]
    while level := [node for node in level if isinstance(node, dict | list)]:
        depth += 1
        level = [inner for node in level for inner in (node.values() if isinstance(node, dict) else node)]
    return depth


def _finite(digits: str) -> float:
    """Return the number; raises `ValueError` where it is larger than any that a document can hold."""
    number = float(digits)
    if isinf(number):
        raise ValueError(f"{digits} is out of range")
    return number


def _members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return the object; raises `ValueError` where a name stands in it twice, which `json` takes without a word."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a name stands in an object twice")
    return found


def _tokens(text: str) -> list[_Token]:
    found: list[_Token] = []
    place, line, start = 0, 0, 0
    first, unclosed = True, False
    while place < len(text):
        # A quote that no other closes has none after it either: looking for it again at each would take the square.
        match = (STRAY if unclosed and text[place] == '"' else TOKEN).match(text, place)
        if match is None:  # `stray` takes whatever the others leave.
            raise UnreadableJsonError(f"unreadable at character {place}")
        kind = match.lastgroup or ""
        if kind != "space":
            found.append(_Token(kind, match[0], place, line, place - start, first))
            first = False
        unclosed = unclosed or match[0] == '"'
        line += match[0].count("\n")
        if "\n" in match[0]:
            start = place + match[0].rindex("\n") + 1
            first = kind == "space" or not match[0][match[0].rindex("\n") + 1 :].strip()
        place = match.end()
    return found


@dataclass(slots=True)
class _Reader:
    """Recursive descent over the tokens, with one repair a method."""

    tokens: list[_Token]
    by_indentation: bool
    place: int = 0
    repairs: list[Repair] = field(default_factory=list)
    columns: list[int] = field(default_factory=list)
    """The indentation of the members of each object that is open."""

    def peek(self) -> _Token | None:
        return self.tokens[self.place] if self.place < len(self.tokens) else None

    def repair(self, what: str, token: _Token | None = None, correction: Correction | None = None) -> None:
        at = token or self.peek() or self.tokens[-1]
        self.repairs.append(Repair(at.line, what, correction))

    def indent(self, token: _Token) -> str:
        """Return the blanks that the token's line begins with."""
        return " " * next(other.column for other in self.tokens if other.line == token.line)

    def value(self, depth: int) -> Any:  # noqa: ANN401
        token = self.peek()
        if token is None or depth > DEEPEST:
            last = self.tokens[-1].line if self.tokens else 0
            raise UnreadableJsonError(
                "the text ends where a value is due" if token is None else "nested too deep", last
            )
        self.place += 1
        if token.text == "{":
            return self.members(depth)
        if token.text == "[":
            return self.elements(depth)
        if token.kind == "string":
            return self.string(token)
        if token.kind == "bare":
            if BARE_VALUE.fullmatch(token.text):
                return self.bare(token)
            quoted = Correction(token.start, token.end, json.dumps(token.text, ensure_ascii=False))
            self.repair("a value without quotes", token, quoted)
            return token.text
        raise UnreadableJsonError(f"`{token.text}` where a value is due", token.line)

    def bare(self, token: _Token) -> Any:  # noqa: ANN401
        try:
            return json.loads(token.text, parse_float=_finite)
        except ValueError:
            raise UnreadableJsonError("a number that is too large", token.line) from None

    def string(self, token: _Token) -> str:
        inner = token.text[1:-1]
        if "\n" in inner:
            inner = re.sub(r"\s*\n\s*", "", inner)
            self.repair("a string over several lines", token, Correction(token.start, token.end, f'"{inner}"'))
        try:
            return str(json.loads(f'"{inner}"', strict=False))
        except ValueError:
            escaped = Correction(token.start, token.end, json.dumps(inner, ensure_ascii=False))
            self.repair("a backslash that escapes nothing", token, escaped)
            return inner

    def members(self, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        opening, first = self.tokens[self.place - 1], self.peek()
        self.columns.append(first.column if first and first.first else -1)
        try:
            while (token := self.peek()) is not None:
                if token.text == "}":
                    self.place += 1
                    return found
                if token.text == ",":
                    self.comma("}")
                    continue
                if token.kind not in {"string", "bare"}:
                    raise UnreadableJsonError(f"`{token.text}` where a name is due", token.line)
                before = self.tokens[self.place - 1]
                if found and self.outdented(token):
                    place = before.start if before.text == "," else before.end
                    closing = Correction(place, place, f"\n{self.indent(opening)}}}")
                    self.repair("a missing `}`", before, closing)
                    return found
                if found and before.text != ",":
                    self.repair("a missing `,`", before, Correction(before.end, before.end, ","))
                self.member(found, depth)
        finally:
            self.columns.pop()
        end = self.tokens[-1].end
        self.repair("a missing `}` at the end", None, Correction(end, end, f"\n{self.indent(opening)}}}"))
        return found

    def member(self, found: dict[str, Any], depth: int) -> None:
        token = self.tokens[self.place]
        self.place += 1
        name = self.string(token) if token.kind == "string" else token.text
        if (after := self.peek()) is not None and after.text == ":":
            self.place += 1
        elif after is not None and after.text in {"}", ","}:
            self.repair("a name without a value", token)
            found.setdefault(name, None)
            return
        else:
            self.repair("a missing `:`", token, Correction(token.end, token.end, ":"))
        if name in found:
            self.repair(f"`{name}` twice", token)
        found[name] = self.value(depth + 1)

    def elements(self, depth: int) -> list[Any]:
        found: list[Any] = []
        opening = self.tokens[self.place - 1]
        while (token := self.peek()) is not None:
            if token.text == "]":
                self.place += 1
                return found
            if token.text == ",":
                self.comma("]")
                continue
            before = self.tokens[self.place - 1]
            if found and before.text != ",":
                self.repair("a missing `,`", before, Correction(before.end, before.end, ","))
            found.append(self.value(depth + 1))
        end = self.tokens[-1].end
        self.repair("a missing `]` at the end", None, Correction(end, end, f"\n{self.indent(opening)}]"))
        return found

    def comma(self, closing: str) -> None:
        """Pass over a comma, which has something before it and something after it."""
        before, after = self.tokens[self.place - 1], self.tokens[self.place + 1 : self.place + 2]
        comma = self.tokens[self.place]
        removed = Correction(comma.start, comma.end, "")
        if before.text in {",", "{", "["}:
            self.repair("a `,` after nothing", None, removed)
        elif after and after[0].text == closing:
            self.repair("a `,` after the last one", None, removed)
        self.place += 1

    def outdented(self, token: _Token) -> bool:
        """Whether a name stands further out than this object's members do, where an open object's members stand."""
        return (
            self.by_indentation
            and token.first
            and token.column < self.columns[-1]
            and token.column in self.columns[:-1]
        )
