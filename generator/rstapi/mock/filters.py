"""What a list shows: which resources pass its filters, which of them are on the page, and what of each is included."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rstapi.mock.document import Document
from rstapi.mock.listing import FILTERS, KEY, include_names, page_names
from rstapi.mock.projection import takes_null
from rstapi.mock.requests import Call

TEXT = "text"
FROM, UNTIL = ("start", "from", "since"), ("end", "until")
UUID = re.compile(r"[0-9a-fA-F-]{36}")
NONE = "null"


def passes(resource: Mapping[str, Any], call: Call, members: Mapping[str, Any]) -> bool:
    """Tell whether a resource passes all filters of a call: `Filters.X`, and parameters named as members are."""
    for name, wanted in call.query.items():
        lowered = name.lower()
        if lowered.startswith(FILTERS):
            if not _passes(resource, lowered.removeprefix(FILTERS), wanted):
                return False
        elif (name in members or name == KEY) and resource.get(name) not in (
            wanted if isinstance(wanted, list) else [wanted]
        ):
            return False
    return True


def paged(found: Sequence[Any], call: Call) -> Sequence[Any]:
    """Return the page that a call asks for, the first being 1; everything where it asks for none."""
    size = page_size(call)
    start = (max(1, page_number(call)) - 1) * size if size else 0
    return found[start : start + size] if size else found


def page_number(call: Call) -> int:
    """Return which page a call asks for."""
    return int(call.query.get(page_names(call.operation)[0], 1))


def page_size(call: Call) -> int:
    """Return how many a page holds: what is asked for, no more than is documented; 0 for no limit."""
    name = page_names(call.operation)[1]
    schema: Any = next((p["schema"] for p in call.operation.parameters if p["name"] == name), {})
    asked = int(call.query.get(name, schema.get("default", 0)))
    return min(max(asked, 0), int(schema.get("maximum", max(asked, 0))))


def include(document: Document, shown: Any, call: Call, schema: Any) -> Any:  # noqa: ANN401 - any JSON value.
    """Return a resource without the members that only come when they are asked for: `IncludeUserSettings`."""
    if not isinstance(shown, dict):
        return shown
    members = document.properties(schema)
    required = document.resolve(schema).get("required", ()) if members else ()
    for flag, lowered in include_names(call.operation).items():
        member = next((name for name in members if name.lower() == lowered), None)
        if member is None or call.query.get(flag) is True:
            continue
        if "null" in document.types(members[member]) and takes_null(document, members[member]):
            shown[member] = None
        elif member not in required:
            shown.pop(member, None)
    return shown


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
