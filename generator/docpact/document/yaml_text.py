"""YAML text → the JSON value that it stands for, as OpenAPI means it: YAML 1.2, and nothing that JSON doesn't have.

libyaml only reads the text here. What a word means is decided by the rules below, because PyYAML's own are those of
YAML 1.1: there `NO` is false, `12:30:45` is a number and `2020-01-02` a date. Building the value from the events also
knows each line, counts what aliases repeat, and takes a tenth of the time of `yaml.load`.

Sources: https://spec.openapis.org/oas/v3.1.0#format, https://yaml.org/spec/1.2.2/#103-core-schema.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from docpact.document.faults import Finding, Place, Report, fault
from docpact.document.limits import DEEPEST, MOST_NODES

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's, written in C, where PyYAML was built with it."""
TAG = "tag:yaml.org,2002:"
PLAIN_TAGS = frozenset({"!", *(TAG + name for name in ("null", "bool", "int", "float", "str", "map", "seq"))})
FIRST = frozenset("-+.0123456789~nNtTfF")
"""How a plain word begins that may be something else than text."""
CONSTANTS = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
# A number with a leading zero is text: the core schema would take `01` for 1, the JSON schema has no such number.
INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
BASED = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|(?:0|[1-9][0-9]*)(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
NO_JSON = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
MERGE = "<<"
UNSET = object()


class Quoted(str):
    """A key in quotes: it is what it says, even `<<`."""

    __slots__ = ()


@dataclass(slots=True)
class _Level:
    """A mapping or list that is being read."""

    value: Any
    line: int
    anchor: str | None
    start: int
    """How many values there were before it."""
    lines: dict[str, int] = field(default_factory=dict)
    """Key → line, of a mapping."""
    key: Any = UNSET
    merged: list[Any] = field(default_factory=list)
    """What its merge keys name."""
    height: int = 1
    """How many levels it has, itself included."""


@dataclass(slots=True)
class YamlReader:
    """Reads one text."""

    text: str
    file: str
    report: Report
    lines: dict[int, int] = field(default_factory=dict)
    """The identity of each mapping and list → its line."""
    _levels: list[_Level] = field(default_factory=list)
    _anchors: dict[str, tuple[Any, int, int]] = field(default_factory=dict)
    """Name → value, how many values it holds, and how many levels."""
    _nodes: int = 0

    def read(self) -> Any:  # noqa: ANN401 - any JSON value.
        """Return the value; raises `InputError` where the text is no YAML, no JSON value, or too large."""
        found: list[Any] = []
        for event in self._events():
            kind = type(event)
            line: int = event.start_mark.line + 1
            if kind is yaml.ScalarEvent:
                self._add(self._scalar(event, line), event.anchor, line, found)
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                self._open({} if kind is yaml.MappingStartEvent else [], event, line)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self._close(found)
            elif kind is yaml.AliasEvent:
                self._alias(event.anchor, line, found)
            elif kind is yaml.DocumentStartEvent and found:
                raise fault(Place(self.file, line=line), "a second YAML document begins", "keep one in a file")
        return found[0] if found else None

    def _events(self) -> Iterator[Any]:
        try:
            loader = LOADER(self.text)
            while loader.check_event():
                yield loader.get_event()
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            said = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error).partition("\n")[0]
            where = Place(self.file, line=mark.line + 1 if mark else 0)
            if "nesting depth" in said:
                raise self._too_deep(where.line) from error
            raise fault(where, f"is not YAML: {said}") from error

    def _too_deep(self, line: int) -> Exception:
        return fault(Place(self.file, line=line), f"has more than {DEEPEST} levels of mappings and lists")

    def _open(self, value: Any, event: Any, line: int) -> None:  # noqa: ANN401
        if self._levels and isinstance(self._levels[-1].value, dict) and self._levels[-1].key is UNSET:
            raise fault(Place(self.file, line=line), "a key is a mapping or a list", "keys are texts")
        if len(self._levels) >= DEEPEST:
            raise self._too_deep(line)
        self._check_tag(event, line)
        self.lines[id(value)] = line
        self._levels.append(_Level(value, line, event.anchor, self._nodes))

    def _close(self, found: list[Any]) -> None:
        level = self._levels.pop()
        for merged in level.merged:
            # What a mapping says itself counts, then what stands first.
            for key, value in merged.items():
                level.value.setdefault(key, value)
        if level.anchor is not None:
            self._anchors[level.anchor] = (level.value, self._nodes - level.start + 1, level.height)
        self._put(level.value, level.line, found, level.height)

    def _alias(self, name: str, line: int, found: list[Any]) -> None:
        place = Place(self.file, line=line)
        if name not in self._anchors:
            inside = any(level.anchor == name for level in self._levels)
            said = (
                f"`*{name}` stands inside of what it repeats" if inside else f"`*{name}` repeats nothing: no `&{name}`"
            )
            raise fault(place, said)
        value, nodes, height = self._anchors[name]
        self._nodes += nodes - 1
        if len(self._levels) + height > DEEPEST:
            raise self._too_deep(line)
        self._put(value, line, found, height)

    def _add(self, value: Any, anchor: str | None, line: int, found: list[Any]) -> None:  # noqa: ANN401
        if anchor is not None:
            self._anchors[anchor] = (value, 1, 0)
        self._put(value, line, found, 0)

    def _put(self, value: Any, line: int, found: list[Any], height: int) -> None:  # noqa: ANN401
        """Put a finished value where it belongs."""
        self._nodes += 1
        if self._nodes > MOST_NODES:
            raise fault(
                Place(self.file, line=line), f"has more than {MOST_NODES:,} values, those that aliases repeat included"
            )
        if not self._levels:
            found.append(value)
            return
        level = self._levels[-1]
        level.height = max(level.height, height + 1)
        if isinstance(level.value, list):
            level.value.append(value)
        elif level.key is UNSET:
            self._put_key(level, value, line)
        else:
            key, level.key = level.key, UNSET
            if key == MERGE and isinstance(value, dict | list) and not isinstance(key, Quoted):
                self._merge(level, value, line)
            else:
                level.value[str(key)] = value

    def _put_key(self, level: _Level, key: Any, line: int) -> None:  # noqa: ANN401
        if not isinstance(key, str):
            raise fault(Place(self.file, line=line), "a key is a mapping or a list", "keys are texts")
        if key in level.lines and key != MERGE:
            where = Place(self.file, line=line)
            raise fault(where, f"`{key:.100}` stands here a second time, first on line {level.lines[key]}", "keep one")
        level.lines[key] = line
        level.key = key

    def _merge(self, level: _Level, value: Any, line: int) -> None:  # noqa: ANN401
        merged = value if isinstance(value, list) else [value]
        if not all(isinstance(part, dict) for part in merged):
            raise fault(Place(self.file, line=line), "`<<` takes mappings only")
        level.merged += merged
        self.report(
            Finding(where=f"{self.file}:{line}", message="`<<` is not YAML 1.2; the mapping is merged as YAML 1.1 does")
        )

    def _scalar(self, event: Any, line: int) -> Any:  # noqa: ANN401
        text: str = event.value
        if not text.isascii() and any("\ud800" <= c <= "\udfff" for c in text):
            raise fault(Place(self.file, line=line), "a text has half a surrogate pair")
        level = self._levels[-1] if self._levels else None
        if level is not None and level.key is UNSET and isinstance(level.value, dict):
            # JSON's keys are texts: `200:` is "200", and `NO:` is a country.
            return Quoted(text) if text == MERGE and not event.implicit[0] else text
        if event.tag is not None:
            self._check_tag(event, line)
            if event.tag in {"!", TAG + "str"} or event.tag not in PLAIN_TAGS:
                return text
        elif not event.implicit[0]:
            return text
        if text and text[0] not in FIRST:
            return text
        return self._resolve(text, line)

    def _check_tag(self, event: Any, line: int) -> None:  # noqa: ANN401
        if event.tag is not None and event.tag not in PLAIN_TAGS:
            tag = event.tag.replace(TAG, "!!")
            said = f"the tag `{tag:.60}` is not allowed in OpenAPI; the value is read as if it weren't there"
            self.report(Finding(where=f"{self.file}:{line}", message=said))

    def _resolve(self, text: str, line: int) -> Any:  # noqa: ANN401
        """Return what a plain word stands for."""
        if text in CONSTANTS:
            return CONSTANTS[text]
        try:
            if INTEGER.fullmatch(text):
                return int(text)
            if BASED.fullmatch(text):
                return int(text, 0)
        except ValueError:
            raise fault(Place(self.file, line=line), f"a number has {len(text):,} digits") from None
        if FLOAT.fullmatch(text):
            value = float(text)
            if value in {float("inf"), float("-inf")}:
                raise fault(Place(self.file, line=line), f"the number `{text:.40}` is too large")
            return value
        if NO_JSON.fullmatch(text):
            said = f"`{text:.40}` is no number in JSON; it is read as text"
            self.report(Finding(where=f"{self.file}:{line}", message=said))
        return text
