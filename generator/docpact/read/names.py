"""The names that a text may use for directives and roles, found before it is parsed."""

from __future__ import annotations

import re

# Lengths are limited so that the time is a multiple of the text's length, whatever stands in it.
NAME = r"[\w.+:-]{1,80}"
DIRECTIVE = re.compile(rf"\.\.[ ]+(?:\|[^|\n]{{1,200}}\|[ ]+)?({NAME}?)[ ]?::(?=\s|$)")
ROLE_BEFORE = re.compile(rf":({NAME}):`")
ROLE_AFTER = re.compile(rf"`:({NAME}):")
BASE_ROLE = re.compile(rf"\brole::[ ]+(?:{NAME}[ ]*\([ ]*)?({NAME})")


def find_directives(text: str) -> frozenset[str]:
    """Return what may be a directive's name, in lower case; some of it is no name."""
    return frozenset(map(str.lower, DIRECTIVE.findall(text)))


def find_roles(text: str) -> frozenset[str]:
    """Return what may be a role's name, in lower case; some of it is no name."""
    found = [*ROLE_BEFORE.findall(text), *ROLE_AFTER.findall(text), *BASE_ROLE.findall(text)]
    return frozenset(name.strip(":").lower() for name in found) - {""}
