"""The operations of a document, and which of them a path leads to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

STATUS = re.compile(r"[1-5](\d\d|XX|xx)")
"""A status, or a class of them."""
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


@dataclass(frozen=True, kw_only=True, eq=False)
class Operation:
    """One method of one path; each is itself only, so that it can be a key."""

    method: str
    """Upper case."""
    path: str
    pattern: re.Pattern[str]
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
    """Finds the operations at a path: by its text, or else by one of few patterns."""

    def __init__(self, operations: Iterable[Operation]) -> None:
        """Take operations in the order in which they are to be tried."""
        self._literal: dict[str, list[Operation]] = {}
        self._patterns: dict[int, dict[str, tuple[str, list[Operation]]]] = {}
        """By the number of slashes, then by path: what stands before its first placeholder, and its operations."""
        for operation in operations:
            start, brace, _ = operation.path.partition("{")
            if brace:
                near = self._patterns.setdefault(operation.path.count("/"), {})
                near.setdefault(operation.path, (start, []))[1].append(operation)
            else:
                self._literal.setdefault(operation.path, []).append(operation)

    def find(self, path: str) -> tuple[list[Operation], tuple[str, ...]]:
        """Return the operations at a path, which is the most literal one that fits, and what its placeholders hold."""
        if literal := self._literal.get(path):
            return literal, ()
        for start, operations in self._patterns.get(path.count("/"), {}).values():
            # Most are told apart by how they start, which costs less than a pattern.
            if path.startswith(start) and (match := operations[0].pattern.fullmatch(path)):
                return operations, match.groups()
        return [], ()


def read_operations(document: Mapping[str, Any], resolve: Callable[[Any], Any]) -> Iterator[Operation]:
    """Yield the operations of a document; what is no operation, or no parameter, is passed over."""
    for path, listed in document.get("paths", {}).items():
        item = resolve(listed)
        pattern = re.compile(re.sub(r"\\\{(.+?)\\\}", r"([^/]+)", re.escape(path)))
        for method in METHODS:
            if isinstance(item, Mapping) and isinstance(item.get(method), Mapping):
                found: Mapping[str, Any] = item[method]
                given = map(resolve, [*item.get("parameters", ()), *found.get("parameters", ())])
                # What an operation says of a parameter counts, rather than what its path says.
                parameters = {(p["in"], p["name"]): p for p in given if {"in", "name"} <= set(p)}
                # A status is a number in YAML unless somebody quotes it.
                responses = {str(code): response for code, response in (found.get("responses") or {}).items()}
                yield Operation(
                    method=method.upper(), path=path, pattern=pattern, definition={**found, "responses": responses},
                    parameters=tuple(parameters.values()),
                )  # fmt: skip


def read_base_path(document: Mapping[str, Any]) -> str:
    """Return the path of the first server, its variables replaced by what they are by default."""
    server: Mapping[str, Any] = next(iter(document.get("servers") or ()), {})
    variables: Mapping[str, Any] = server.get("variables", {})
    url = re.sub(
        r"\{(.+?)\}", lambda name: str(variables.get(name[1], {}).get("default", "")), str(server.get("url", ""))
    )
    return urlsplit(url).path.rstrip("/")
