"""The operations of a document, and which of them a path leads to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from docpact import document

STATUS = re.compile(r"[1-5](\d\d|XX|xx)")
"""A status, or a class of them."""
PLACEHOLDER = re.compile(r"\{([^{}/]+)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class PathTemplate:
    """A path with placeholders, `/report/{year}-{month}.json`, matched in time that grows with the path's length only.

    A regular expression would try all ways to split `-----…` between the placeholders: their cube for three of them.
    """

    segments: tuple[tuple[str, ...], ...]
    """The literal texts of each segment: around its placeholders, so one more than it has of these."""
    placeholders: tuple[str, ...]
    """Their names."""

    @classmethod
    def parse(cls, path: str) -> PathTemplate:
        """Return the template of a path as documents write it."""
        # What is split off is what stands between the placeholders, and their names, in turns.
        literals = tuple(tuple(PLACEHOLDER.split(segment)[::2]) for segment in path.split("/"))
        return cls(segments=literals, placeholders=tuple(PLACEHOLDER.findall(path)))

    def match(self, path: str) -> tuple[str, ...] | None:
        """Return what the placeholders hold, one character at least each; None for another path."""
        segments = path.split("/")
        if len(segments) != len(self.segments):
            return None
        held: list[str] = []
        for literals, segment in zip(self.segments, segments, strict=True):
            found = _match_segment(literals, segment)
            if found is None:
                return None
            held += found
        return tuple(held)


def _match_segment(literals: tuple[str, ...], segment: str) -> list[str] | None:
    """Return what stands between the literals; the first placeholders get as much as they can.

    From the right, each literal is taken where it stands last: if that leaves no room for those before it, no other
    place does.
    """
    first, *rest = literals
    if not rest:
        return [] if segment == first else None
    if not segment.startswith(first) or not segment.endswith(rest[-1]):
        return None
    end = len(segment) - len(rest[-1])
    held: list[str] = []
    for literal in reversed(rest[:-1]):
        start = segment.rfind(literal, len(first), end - 1)
        if start < 0 or end - start - len(literal) < 1:
            return None
        held.append(segment[start + len(literal) : end])
        end = start
    if end <= len(first):
        return None
    return [segment[len(first) : end], *reversed(held)]


@dataclass(frozen=True, kw_only=True, eq=False)
class Operation:
    """One method of one path; each is itself only, so that it can be a key."""

    method: str
    """Upper case."""
    path: str
    template: PathTemplate
    definition: Mapping[str, Any]
    parameters: tuple[Mapping[str, Any], ...]

    @cached_property
    def signature(self) -> str:
        """Return `GET /my/lock`."""
        return f"{self.method} {self.path}"

    @cached_property
    def success(self) -> int:
        """Return the lowest status that is no failure; 200 where none is documented."""
        codes = [
            int(code.upper().replace("XX", "00")) for code in self.definition["responses"] if STATUS.fullmatch(code)
        ]
        return min((code for code in codes if 200 <= code < 400), default=200)  # noqa: PLR2004 - RFC 9110's classes.


class Routes:
    """Finds the operations at a path: by its text, or else by one of few templates."""

    def __init__(self, operations: Iterable[Operation]) -> None:
        """Take operations in the order in which they are to be tried."""
        self._literal: dict[str, list[Operation]] = {}
        self._patterns: dict[int, dict[str, tuple[str, list[Operation]]]] = {}
        """By the number of slashes, then by path without names: what stands before the first `{`, and operations."""
        for operation in operations:
            start, brace, _ = operation.path.partition("{")
            if brace:
                near = self._patterns.setdefault(operation.path.count("/"), {})
                # Two paths may differ in the names of their placeholders only: to a server they are one.
                near.setdefault(PLACEHOLDER.sub("{}", operation.path), (start, []))[1].append(operation)
            else:
                self._literal.setdefault(operation.path, []).append(operation)

    def find(self, path: str) -> tuple[list[Operation], tuple[str, ...]]:
        """Return the operations at a path, which is the most literal one that fits, and what its placeholders hold."""
        if literal := self._literal.get(path):
            return literal, ()
        for start, operations in self._patterns.get(path.count("/"), {}).values():
            # Most are told apart by how they start, which costs less than a match.
            if path.startswith(start) and (held := operations[0].template.match(path)) is not None:
                return operations, held
        return [], ()


def build_operation(read: document.Operation) -> Operation:
    """Return an operation of a normalised document as the mock answers it.

    Some documents tell operations of one path apart by a fragment, which no request carries.
    """
    path = read.path.partition("#")[0]
    return Operation(
        method=read.method, path=path, template=PathTemplate.parse(path), definition=read.definition,
        parameters=read.parameters,
    )  # fmt: skip
