"""Names for components and operations: from keys of statements alone, so that no unrelated page changes them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from hashlib import sha256

from docpact.spelling import pascal, split_words


def operation_id(group: str, stem: str) -> str:
    """Return `lock_get_all` for `endpoints/lock/get-all`: "Get all" alone names a dozen operations."""
    return "_".join(split_words(group) + split_words(stem)) or "operation"


def component_names(structures: Iterable[str], enums: Iterable[str]) -> dict[str, str]:
    """Return key → component name.

    Where a structure and an enum have the same name, the enum keeps it, since its name becomes a type that
    people write (`LockState.LOCKED`), and the structure is called `…Structure`. Where two pages of one kind still
    collide, the folder is put before the name, for both; where that has no words either, a digest after it.
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
    found = {page: name if counts[name.lower()] == 1 else pascal(page) for page, name in wanted.items()}
    # Names of other scripts have no words here: a digest tells them apart, whichever other pages there are.
    alike = Counter(name.lower() for name in found.values())
    return {
        page: name
        if name and alike[name.lower()] == 1
        else f"{name or 'Structure'}{sha256(page.encode()).hexdigest()[:6]}"
        for page, name in found.items()
    }
