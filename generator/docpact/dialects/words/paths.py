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
    return re.fullmatch("[^/]+".join(map(re.escape, PLACEHOLDER.split(wanted))), given) is not None


def placeholders(template: str) -> tuple[str, ...]:
    """Return the names of a path template's parameters, in its order."""
    return tuple(NAME.findall(template))
