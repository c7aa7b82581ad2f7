"""Lists: where an answer holds one, what tells its elements apart, and what pages and filters it."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from docpact.mock.document import Document
from docpact.mock.operations import Operation

KEY = "id"
PAGE = frozenset({"page", "pagenumber"})
PAGE_SIZE = frozenset({"itemsperpage", "perpage", "pagesize", "limit"})
OFFSET = frozenset({"offset", "skip"})
"""Names of parameters in small letters, without what joins their words."""
USUAL_KEYS = ("id", "uuid", "sid", "slug", "key", "name", "username", "login", "code", "number", "token")
"""Names of properties, written in the same way, that tell things apart where a path has a placeholder for them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """Where the list in an answer is."""

    member: str
    """The payload's member that holds it; empty where the payload is the list."""
    schema: Any
    """Of one element."""
    key: str
    """The member that tells elements apart."""

    def elements(self, payload: Any) -> list[Any]:  # noqa: ANN401 - any JSON value.
        """Return the list itself, to read or to change; an empty one without it."""
        found = payload.get(self.member) if self.member and isinstance(payload, dict) else payload
        return found if isinstance(found, list) else []


def find_listing(document: Document, operation: Operation) -> Listing | None:
    """Return where the operation's success holds a list of objects; None where it holds none.

    An object holds one where it has exactly one such property and no id of its own: then it is a page, not a resource.
    Of several, the one counts whose elements have a key. The key is empty where nothing tells the elements apart.
    """
    if operation.method != "GET":
        return None
    schema, _ = document.answer_schema(operation, operation.success)
    names = document.item_names(operation.path)
    held = {"": schema} if document.items(schema) is not None else document.properties(schema)
    found = [
        Listing(member=member, schema=items, key=find_key(document, items, names))
        for member, part in held.items()
        if (items := document.items(part)) is not None
    ]
    keyed = [listing for listing in found if listing.key] or found
    return keyed[0] if len(keyed) == 1 and KEY not in held else None


def find_key(document: Document, schema: Any, names: Collection[str] = ()) -> str:  # noqa: ANN401
    """Return the property that tells objects apart; empty for none.

    It is the one that is named as the path's placeholder is (`names`: `/labels/{name}`), else `id`, else one that the
    placeholder's name ends with, or a usual one. Without a placeholder only `id`, or the first required `…Id`.
    """
    members = document.properties(schema)
    plain = {_plain(member): member for member in reversed(list(members))}
    wanted = [_plain(name) for name in names]
    if exact := next((plain[name] for name in wanted if name in plain), ""):
        return exact
    if KEY in members:
        return KEY
    ending = (plain[word] for word in (*USUAL_KEYS, *plain) if word in plain and any(n.endswith(word) for n in wanted))
    if wanted and (found := next(ending, "") or next((plain[word] for word in USUAL_KEYS if word in plain), "")):
        return found
    required = document.shape(schema).required if members else ()
    return next((name for name in members if re.fullmatch(r"\w+Id", name) and name in required), "")


def _plain(name: str) -> str:
    return re.sub(r"[-_]", "", name.lower())


def page_names(operation: Operation) -> tuple[str, str]:
    """Return the names of the parameters that choose a page and its size; empty for what there isn't."""
    return find_name(operation, PAGE), find_name(operation, PAGE_SIZE)


def find_name(operation: Operation, wanted: frozenset[str]) -> str:
    """Return the name of the query parameter that is called by one of those words; empty without one."""
    asked = [parameter["name"] for parameter in operation.parameters if parameter["in"] == "query"]
    return next((name for name in asked if re.sub(r"[-_]", "", name.lower()) in wanted), "")


def filter_names(document: Document, operation: Operation) -> tuple[str, ...]:
    """Return the parameters that filter the list: those with the document's filter prefix, and that of its key."""
    prefix = document.conventions.filter_prefix
    return tuple(
        parameter["name"]
        for parameter in operation.parameters
        if parameter["in"] == "query" and (without_prefix(parameter["name"], prefix) or parameter["name"] == KEY)
    )


def include_names(document: Document, operation: Operation) -> Mapping[str, str]:
    """Return the flags that ask for properties of a resource, and these in small letters.

    With the prefix `include`, `IncludeUserSettings` asks for `usersettings`.
    """
    prefix = document.conventions.include_prefix
    asked = [parameter["name"] for parameter in operation.parameters if parameter["in"] == "query"]
    return {name: below for name in asked if (below := without_prefix(name, prefix))}


def without_prefix(name: str, prefix: str) -> str:
    """Return what follows the prefix in a name, both in small letters; empty for another name, or without a prefix."""
    lowered, start = name.lower(), prefix.lower()
    return lowered.removeprefix(start) if start and lowered.startswith(start) else ""
