"""Names of numbers that can only be whole."""

from __future__ import annotations

from docpact.spelling import split_words

# A `number` is taken for an integer if its name's last word says that it counts or names something.
WHOLE_WORDS = frozenset({
    "id", "ids", "count", "level", "revision", "version", "major", "minor", "page", "elements", "type", "types", "role",
    "scope", "order", "code", "days", "result",
})  # fmt: skip


def is_whole(name: str) -> bool:
    """Tell whether a number of that name counts or names something, so that it can only be whole."""
    words = split_words(name)
    return bool(words) and words[-1] in WHOLE_WORDS
