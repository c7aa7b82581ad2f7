"""Names for components and operations: from paths of pages alone, so that no unrelated page changes them."""

from __future__ import annotations

import re
from collections.abc import Iterable

# How alike two names are that are one name misspelt: `devicesIds` and `deviceIds`.
ALIKE = 0.85
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


def likeness(first: str, second: str) -> float:
    """Return how alike two names are, whatever their case: 1 for the same, 0 for all that can't be `ALIKE`."""
    one, other = first.lower(), second.lower()
    if one == other:
        return 1.0
    # Most are too different in length already: difflib's own upper bound.
    if 2 * min(len(one), len(other)) < ALIKE * (len(one) + len(other)):
        return 0.0
    from difflib import SequenceMatcher  # noqa: PLC0415 - few pages misspell a name.

    return SequenceMatcher(None, one, other).ratio()


def operation_id(group: str, stem: str) -> str:
    """Return `lock_get_all` for `endpoints/lock/get-all`: "Get all" alone names a dozen operations."""
    return "_".join(split_words(group) + split_words(stem)) or "operation"


def component_names(structures: Iterable[str], enums: Iterable[str]) -> dict[str, str]:
    """Return page name → component name.

    Where a structure and an enum have the same file name, the enum keeps it, since its name becomes a type that
    people write (`LockState.LOCKED`), and the structure is called `…Structure`. Where two pages of one kind still
    collide, the folder is put before the name, for both.
    """
    enums = list(enums)
    structures = list(structures)
    taken = {pascal(page.rsplit("/", 1)[-1]) for page in enums}
    wanted = {page: pascal(page.rsplit("/", 1)[-1]) for page in enums}
    for page in structures:
        name = pascal(page.rsplit("/", 1)[-1])
        wanted[page] = f"{name}Structure" if name in taken else name
    counts: dict[str, int] = {}
    for name in wanted.values():
        counts[name.lower()] = counts.get(name.lower(), 0) + 1
    return {page: name if counts[name.lower()] == 1 else pascal(page) for page, name in wanted.items()}
