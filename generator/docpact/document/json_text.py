"""JSON text → value: keys that are there twice are refused with both lines, and so is what only Python calls JSON."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from typing import Any, NoReturn

from docpact.document.faults import Place, fault
from docpact.document.limits import DEEPEST, MOST_NODES

LONGEST_WITH_LINES = 4_000_000
"""Characters of a text in which lines are counted: a second's work."""
BRACKET = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\n]')
MARK = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}:,\n]')


class RepeatedKeyError(ValueError):
    """A mapping has a key twice."""


def read_json(text: str, file: str, lines: dict[int, int] | None = None) -> Any:  # noqa: ANN401 - any JSON value.
    """Return the value; puts the identity of each mapping and its line into `lines`, if the text isn't very long.

    Raises `InputError` for a repeated key, or a value that is too large or no JSON; `json.JSONDecodeError` where the
    text isn't JSON: it may be YAML.
    """
    closed: list[int] = []

    def pair(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            raise RepeatedKeyError
        closed.append(id(found))
        return found

    try:
        value = json.loads(text, object_pairs_hook=pair, parse_constant=_refuse)
    except json.JSONDecodeError:
        raise
    except RepeatedKeyError:
        key, first, second = _find_repeated(text)
        said = f"`{key:.100}` stands here a second time, first on line {first}"
        raise fault(Place(file, line=second), said, "keep one") from None
    except RecursionError:
        raise fault(file, f"has more than {DEEPEST} levels of mappings and lists") from None
    except ValueError as error:
        raise fault(file, f"has a number that JSON doesn't have: {error!s:.80}") from error
    check_value(value, file)
    if lines is not None and len(text) <= LONGEST_WITH_LINES:
        # The library makes mappings in the order in which they end.
        lines.update(zip(closed, _find_starts(text), strict=True))
    return value


def check_value(value: Any, file: str) -> None:  # noqa: ANN401 - any JSON value.
    """Raise `InputError` for a value that is too deep or too large, or that JSON text in UTF-8 cannot hold."""
    todo = [(value, 1)]
    count = 0
    while todo:
        node, depth = todo.pop()
        count += 1
        if isinstance(node, dict):
            todo += [(child, depth + 1) for child in node.values()]
            _check_text("".join(map(str, node)), file)
        elif isinstance(node, list):
            todo += [(child, depth + 1) for child in node]
        elif isinstance(node, str):
            _check_text(node, file)
            continue
        elif isinstance(node, float) and not math.isfinite(node):
            raise fault(file, "has a number that is too large")
        else:
            continue
        if depth > DEEPEST:
            raise fault(file, f"has more than {DEEPEST} levels of mappings and lists")
        if count + len(todo) > MOST_NODES:
            raise fault(file, f"has more than {MOST_NODES:,} values")


def _check_text(text: str, file: str) -> None:
    if not text.isascii() and any("\ud800" <= character <= "\udfff" for character in text):
        raise fault(file, "a text has half a surrogate pair", "write both halves, or the character itself")


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


def _find_starts(text: str) -> Iterator[int]:
    """Yield the line at which each mapping begins, in the order in which they end."""
    line = 1
    open_at: list[int] = []
    for match in BRACKET.finditer(text):
        mark = match[0]
        if mark == "\n":
            line += 1
        elif mark == "{":
            open_at.append(line)
        elif mark == "}":
            yield open_at.pop()


def _find_repeated(text: str) -> tuple[str, int, int]:
    """Return the first key that its mapping has twice, and both lines."""
    line, last = 1, ""
    levels: list[dict[str, int]] = []
    for match in MARK.finditer(text):
        mark = match[0]
        if mark == "\n":
            line += 1
        elif mark in "[{":
            levels.append({})
        elif mark in "]}":
            levels.pop()
        elif mark == ":":
            key = str(json.loads(last))
            if key in levels[-1]:
                return key, levels[-1][key], line
            levels[-1][key] = line
        elif mark != ",":
            last = mark
    return "", 0, 0
