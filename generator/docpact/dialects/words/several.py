"""Words that say that several values are sent together in one text: then the values are no enumeration."""

from __future__ import annotations

import re

SEVERAL = re.compile(
    r"\b(?:comma|virgule|komma|coma)s?\b|\bseparated\b|séparé|\bmultiple (?:values|fields|entries)|\bone or more\b"
    r"|\bplusieurs\b",
    re.IGNORECASE,
)


def says_several(text: str) -> bool:
    """Tell whether a text is about several values parted by commas or the like: `a,b` isn't one of them."""
    return bool(SEVERAL.search(text))
