"""The part of an included file that a directive's options choose."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from dataclasses import dataclass

MOST_LINES = 100_000
"""Lines that `:lines:` may choose; it may name one line again and again."""


@dataclass(frozen=True, slots=True)
class Clip:
    """A part of a file."""

    text: str
    line: int
    """The file's line that it begins with, from 1."""


def clip_include(text: str, options: Mapping[str, str]) -> Clip:
    """Return what docutils' `include` would take; raises `ValueError` where a mark isn't in the text."""
    line = 1
    if options.get("start-line") or options.get("end-line"):
        start, end = (_number(options.get(name)) for name in ("start-line", "end-line"))
        lines = text.splitlines()
        line += len(lines[: start or 0])
        text = "\n".join(lines[start:end])
    if mark := options.get("start-after"):
        before, found, text = text.partition(mark)
        _require(found, mark, "start-after")
        line += (before + found).count("\n")
    if mark := options.get("end-before"):
        text, found, _ = text.partition(mark)
        _require(found, mark, "end-before")
    return Clip(text, line)


def clip_literal(text: str, options: Mapping[str, str]) -> Clip:
    """Return what Sphinx's `literalinclude` would take; raises `ValueError` where a mark isn't in the text."""
    lines = list(enumerate(text.removesuffix("\n").split("\n"), 1))
    for name, after in (("start-at", 0), ("start-after", 1)):
        if mark := options.get(name):
            lines = lines[_find(lines, mark, name) + after :]
    for name, after in (("end-at", 1), ("end-before", 0)):
        if mark := options.get(name):
            lines = lines[: _find(lines, mark, name) + after]
    if wanted := options.get("lines"):
        lines = [lines[number] for number in parse_lines(wanted, len(lines))]
    kept = "\n".join(line for _, line in lines)
    if (dedent := options.get("dedent")) is not None:
        count = _number(dedent)
        kept = textwrap.dedent(kept) if count is None else "\n".join(line[count:] for line in kept.split("\n"))
    return Clip(kept, lines[0][0] if lines else 1)


def parse_lines(words: str, count: int) -> list[int]:
    """Return the indices that `1,3-5,8-` means in a text of so many lines; raises `ValueError` for other words."""
    found: list[int] = []
    for part in words.split(","):
        first, dash, last = part.strip().partition("-")
        if not first.isdecimal() and not (dash and last.isdecimal()):
            raise ValueError(f"`:lines: {words[:40]}` names no lines")
        begin = int(first) if first else 1
        end = (int(last) if last else count) if dash else begin
        found += range(max(begin, 1) - 1, min(end, count))
        if len(found) > MOST_LINES:
            raise ValueError(f"`:lines: {words[:40]}` names more than {MOST_LINES:,} lines")
    return found


def _find(lines: list[tuple[int, str]], mark: str, option: str) -> int:
    found = next((index for index, (_, line) in enumerate(lines) if mark in line), None)
    if found is None:
        raise ValueError(f"`:{option}:` names a text that isn't in the file: `{mark[:40]}`")
    return found


def _require(found: str, mark: str, option: str) -> None:
    if not found:
        raise ValueError(f"`:{option}:` names a text that isn't in the file: `{mark[:40]}`")


def _number(words: str | None) -> int | None:
    try:
        return int(words) if words else None
    except ValueError:
        return None
