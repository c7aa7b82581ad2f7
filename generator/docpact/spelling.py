"""Names in any case style: their words, and how alike two of them are."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

# How alike two names are that are one name misspelt: `devicesIds` and `deviceIds`.
ALIKE = 0.85
# A longer text is no name.
LONGEST = 200
WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")


def split_words(text: str) -> list[str]:
    """Return the words of a name in any case style, lower-cased."""
    return [word.lower() for word in WORD.findall(text)]


def squash(text: str) -> str:
    """Return the letters and digits alone, lower-cased: two spellings of one name have this in common."""
    return re.sub(r"[^a-z0-9]", "", text.lower())


def pascal(text: str) -> str:
    """Return `lock-pin-list` as `LockPinList`; a name that would begin with a digit gets a letter before it."""
    name = "".join(word.capitalize() for word in split_words(text))
    return f"N{name}" if not name or name[0].isdigit() else name


@lru_cache(maxsize=4096)
def _letters(name: str) -> Counter[str]:
    return Counter(name)


def likeness(first: str, second: str) -> float:
    """Return how alike two names are, whatever their case: 1 for the same, 0 for all that can't be `ALIKE`."""
    one, other = first.lower(), second.lower()
    if one == other:
        return 1.0
    # Most are too different in length already: difflib's own upper bound.
    if 2 * min(len(one), len(other)) < ALIKE * (len(one) + len(other)):
        return 0.0
    # Nor have they the same letters: difflib takes the square of a name's length, and a table has many.
    shared = (_letters(one) & _letters(other)).total()
    if 2 * shared < ALIKE * (len(one) + len(other)) or max(len(one), len(other)) > LONGEST:
        return 0.0
    from difflib import SequenceMatcher  # noqa: PLC0415 - few pages misspell a name.

    return SequenceMatcher(None, one, other).ratio()
