"""Entries that say what they list before its name: `POST argument: name - string, what it is called`."""

from __future__ import annotations

import re
from dataclasses import dataclass

LABEL = re.compile(
    r"\W*(?P<words>(?:(?:ur[il]|get|post|put|patch|delete|query|path|body|form|json|header|cookie|data|request|input|http"
    r"|optional|required|mandatory|string) )*(?:arguments?|parameters?|params?|args?|fields?|headers?|attributes?))\W*"
    r":\W*(?P<rest>[$@_A-Za-z].*)",
    re.IGNORECASE | re.DOTALL,
)
NAMES = re.compile(r"[$@\w.-]+(?:(?:\s*,\s*|\s+and\s+)[$@\w.-]+)*\W*")
BEGINS_WITH_NAME = re.compile(r"[$@_A-Za-z][\w.$@\[\]-]*\W*(?:\(|[:,=\u2013\u2014]|--?\s|$)")
PLACES = (
    (re.compile(r"\b(?:post|put|patch|body|form|json|data)\b", re.IGNORECASE), "body"),
    (re.compile(r"\b(?:query|get|delete|string|ur[il])\b", re.IGNORECASE), "query"),
    (re.compile(r"\bheaders?\b", re.IGNORECASE), "header"),
    (re.compile(r"\bpath\b", re.IGNORECASE), "path"),
    (re.compile(r"\bcookies?\b", re.IGNORECASE), "cookie"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """What an entry's label says of the parameter that follows it."""

    place: str
    """Where it travels; empty where the label doesn't say."""
    required: bool | None
    length: int
    """How many characters the label takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Needs:
    """An entry that lists which of the others must be given: `Mandatory fields: name, kind`."""

    required: bool
    names: frozenset[str]


def is_argument(words: str) -> bool:
    """Tell whether an entry names one parameter behind a label, or says which parameters must be given."""
    return read_argument(words) is not None or read_needs(words) is not None


def read_argument(words: str) -> Argument | None:
    """Return what the label of an entry says; None for an entry without one."""
    found = LABEL.fullmatch(words[:MOST_CHARACTERS])
    if found is None or read_needs(words) is not None or not BEGINS_WITH_NAME.match(found["rest"]):
        return None
    label = found["words"].lower()
    need = False if "optional" in label else True if re.search("required|mandatory", label) else None
    place = next((place for pattern, place in PLACES if pattern.search(label)), "")
    return Argument(place=place, required=need, length=found.start("rest"))


def read_needs(words: str) -> Needs | None:
    """Return which parameters an entry calls required or optional; None for an entry about something else."""
    found = LABEL.fullmatch(words[:MOST_CHARACTERS])
    need = re.match(r"required|mandatory|optional", found["words"], re.IGNORECASE) if found else None
    plural = found is not None and found["words"].lower().endswith("s")
    if found is None or need is None or not plural or not NAMES.fullmatch(found["rest"]):
        return None
    names = re.findall(r"[$@\w.-]+", re.sub(r"\band\b", " ", found["rest"]))
    return Needs(required=need[0].lower() != "optional", names=frozenset(name.strip(".") for name in names))


MOST_CHARACTERS = 1_000
