"""Path templates, and the paths that are one of theirs."""

from __future__ import annotations

import re

PLACEHOLDER = re.compile(r"\{.+?\}")
NAME = re.compile(r"\{([^{}]+)\}")


def is_path_of(template: str, path: str, *, anywhere: bool) -> bool:
    """Tell whether a path is one of the template's, whatever their cases; `anywhere`: whatever stands before it.

    Placeholders are matched by whatever stands there; `<<id>>` too. A slash at the end makes no difference.
    """
    wanted, given = (one.lower().removesuffix("/").split("/") for one in (template, path))
    if anywhere:
        given = ["", *given[len(given) - len(wanted) + 1 :]]
    return len(wanted) == len(given) and all(map(_is_segment_of, wanted, given))


def _is_segment_of(wanted: str, given: str) -> bool:
    if "{" not in wanted:
        return wanted == given
    if wanted.startswith("{") and wanted.find("}") == len(wanted) - 1:
        return bool(given)
    return _fits_literals(PLACEHOLDER.split(wanted), given)


def _fits_literals(literals: list[str], given: str) -> bool:
    """Tell whether the text is the literals in their order, with at least one character between each two.

    The first place of each is taken: if the text fits at all, it fits so. A regular expression would try all places.
    """
    first, *inner, last = literals
    if not given.startswith(first):
        return False
    place = len(first)
    for literal in inner:
        found = given.find(literal, place + 1)
        if found < 0:
            return False
        place = found + len(literal)
    return len(given) - len(last) > place and given.endswith(last)


def placeholders(template: str) -> tuple[str, ...]:
    """Return the names of a path template's parameters, in its order."""
    return tuple(NAME.findall(template))
