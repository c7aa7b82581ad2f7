"""Which resources of a list pass its filters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from docpact.mock.listing import KEY, without_prefix
from docpact.mock.requests import Call

TEXT = "text"
FROM, UNTIL = ("start", "from", "since"), ("end", "until")
UUID = re.compile(r"[0-9a-fA-F-]{36}")
NONE = "null"


def passes(resource: Mapping[str, Any], call: Call, members: Mapping[str, Any], prefix: str) -> bool:
    """Return whether a resource passes all filters of a call.

    Filters are the parameters with the prefix, and those that are named as a property of the resource is.
    """
    for name, wanted in call.query.items():
        if filtered := without_prefix(name, prefix):
            if not _passes(resource, filtered, wanted):
                return False
        elif (member := find_member(name, members)) or name == KEY:
            value, choices = resource.get(member or name), wanted if isinstance(wanted, list) else [wanted]
            if not any(one in choices for one in (value if isinstance(value, list) else [value])):
                return False
    return True


def find_member(name: str, members: Mapping[str, Any]) -> str:
    """Return the property that a parameter is named as, `Channel` as `channel`; empty without one."""
    if name in members:
        return name
    plain = re.sub(r"[-_]", "", name.lower())
    return next((one for one in members if re.sub(r"[-_]", "", one.lower()) == plain), "")


def _passes(resource: Mapping[str, Any], name: str, wanted: Any) -> bool:  # noqa: ANN401
    if name == TEXT:
        return any(_contains(value, wanted) for value in resource.values())
    values = list(find_values(resource, name))
    choices = wanted if isinstance(wanted, list) else [wanted]
    if isinstance(wanted, bool):
        return any(value is True for value in values) is wanted
    return any(_fits(value, choice, name) for choice in choices for value in values or [None])


def find_values(resource: Mapping[str, Any], name: str) -> Iterator[Any]:
    """Yield what a filter's name is about: a member of that name, however deep; else one that its last word names.

    `organizationids` is `organizationId`, `deviceid` the `id` of `devices`, `linkname` the `name`.
    """
    for word in (name, name.removesuffix("s")):
        if found := list(_deep(resource, word)):
            yield from found
            return
    for member, value in resource.items():
        parent = member.lower().removesuffix("s")
        if isinstance(value, list) and name.startswith(parent):
            yield from (v for e in value if isinstance(e, dict) for v in _own(e, name.removeprefix(parent)))
            return
    ending = [member for member in resource if name.endswith(member.lower())]
    yield from (resource[member] for member in ending if isinstance(resource[member], str))


def _own(resource: Mapping[str, Any], name: str) -> Iterator[Any]:
    return (value for member, value in resource.items() if member.lower() == name)


def _deep(value: Any, name: str, depth: int = 0) -> Iterator[Any]:  # noqa: ANN401
    """Yield members of that name: those of the outermost object that has one."""
    nested = value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ()
    found = list(_own(value, name)) if isinstance(value, Mapping) else []
    yield from found
    if not found and depth < 3:  # noqa: PLR2004 - deep enough for `softwareVersions[].updateAvailable`.
        for part in nested:
            yield from _deep(part, name, depth + 1)


def _contains(value: Any, wanted: str) -> bool:  # noqa: ANN401
    return isinstance(value, str) and str(wanted).casefold() in value.casefold()


def _fits(value: Any, wanted: Any, name: str) -> bool:  # noqa: ANN401
    if not isinstance(wanted, str):
        return bool(value == wanted)
    if value is None:
        return wanted == NONE
    if re.fullmatch(r"\d{4}-\d\d-\d\d", wanted):
        day = str(value)[:10]
        return day >= wanted if name.startswith(FROM) else day <= wanted if name.startswith(UNTIL) else day == wanted
    if not isinstance(value, str) or UUID.fullmatch(value):
        return str(value).casefold() == wanted.casefold()
    return _contains(value, wanted)
