"""Sphinx's patterns for files, as `exclude_patterns` has them."""

from __future__ import annotations

from collections.abc import Sequence
from fnmatch import fnmatchcase

MOST_PATTERNS = 1_000
LONGEST_PATTERN = 200
MOST_STARS = 5
"""Whole folders that one pattern may leave open: `**/a/**`. The time grows with each."""


def is_excluded(path: str, patterns: Sequence[str]) -> bool:
    """Tell whether one of the patterns is about the path or about a folder that it is in.

    `*` and `?` stand for characters of a name, `**` for any number of folders.
    """
    parts = path.split("/")
    usable = [pattern for pattern in patterns[:MOST_PATTERNS] if len(pattern) <= LONGEST_PATTERN]
    wanted = [pattern.strip("/").split("/") for pattern in usable if pattern.count("**") <= MOST_STARS]
    return any(_matches(parts[:end], pattern) for pattern in wanted for end in range(1, len(parts) + 1))


def _matches(parts: Sequence[str], pattern: Sequence[str]) -> bool:
    if not pattern:
        return not parts
    if pattern[0] == "**":
        return any(_matches(parts[start:], pattern[1:]) for start in range(len(parts) + 1))
    return bool(parts) and fnmatchcase(parts[0], pattern[0]) and _matches(parts[1:], pattern[1:])
