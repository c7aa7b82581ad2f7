"""What an operation shows: its payload, its list, its pages, and what is left out. Found out once, used always."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from docpact.mock.document import Document
from docpact.mock.listing import OFFSET, Listing, find_listing, find_name, include_names, page_names
from docpact.mock.merging import merge
from docpact.mock.operations import Operation
from docpact.mock.samples import first_sample


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """How a list is cut into pages, the first being 1."""

    number_name: str
    """Of the parameter; empty for none."""
    size_name: str
    offset_name: str
    usual: int
    """How many are on a page where the call does not say; 0 for all."""
    most: int | None
    first: int = 1
    """The number of the first page."""

    def number(self, query: Mapping[str, Any]) -> int:
        """Return which page is asked for, the first one being 1."""
        wanted = query.get(self.number_name, self.first)
        return int(wanted) + 1 - self.first if isinstance(wanted, int | float) else 1

    def size(self, query: Mapping[str, Any]) -> int:
        """Return how many a page holds: what is asked for, no more than is documented; 0 for no limit."""
        wanted = query.get(self.size_name, self.usual)
        asked = max(int(wanted), 0) if isinstance(wanted, int | float) else self.usual
        return asked if self.most is None else min(asked, self.most)

    def cut(self, found: Sequence[Any], query: Mapping[str, Any]) -> Sequence[Any]:
        """Return the page that is asked for; everything where none is."""
        size = self.size(query)
        skipped = query.get(self.offset_name, 0)
        start = max(int(skipped), 0) if isinstance(skipped, int | float) else 0
        start += (max(1, self.number(query)) - 1) * size
        return found[start : start + size] if size else found[start:]


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """A parameter that asks for a member which is left out otherwise: `IncludeUserSettings`."""

    name: str
    member: str
    becomes_null: bool
    """It is null, instead of missing, where nobody asks for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What one operation shows."""

    status: int
    schema: Any
    """Of the payload; None without one."""
    flags: tuple[Flag, ...]
    listing: Listing | None
    members: Mapping[str, Any]
    """Of one element of the list."""
    element_flags: tuple[Flag, ...]
    pages: Pages
    around: Mapping[str, Any]
    """What the sample has beside the list."""
    is_intricate: bool
    """Whether properties that are right one by one may be wrong together."""


INTRICATE = frozenset(
    {"minProperties", "maxProperties", "uniqueItems", "contains", "minItems", "maxItems", "prefixItems"}
    | {"dependentRequired", "propertyNames", "patternProperties"}
)
"""Keywords about all properties or elements together."""


def find_view(document: Document, operation: Operation, status: int) -> View:
    """Return what the operation's response shows."""
    schema, held = document.answer_schema(operation, status)
    listing = find_listing(document, operation)
    element = listing.schema if listing else None
    parts = (schema, element, *document.properties(schema).values())
    return View(
        status=status, schema=schema, flags=find_flags(document, operation, schema), listing=listing,
        members=document.properties(element), element_flags=find_flags(document, operation, element),
        pages=find_pages(operation), around=_find_around(document, operation, status, listing, held),
        is_intricate=any(_is_intricate(document, part) for part in parts),
    )  # fmt: skip


def _find_around(
    document: Document, operation: Operation, status: int, listing: Listing | None, held: str
) -> Mapping[str, Any]:  # fmt: skip
    contents = document.contents(operation, status)
    if listing is None or not listing.member or not contents or not contents[0].is_json:
        return {}
    sample = first_sample(document, contents[0])
    payload = sample.get(held) if held and isinstance(sample, dict) else sample
    return {n: v for n, v in payload.items() if n != listing.member} if isinstance(payload, dict) else {}


def _is_intricate(document: Document, schema: Any) -> bool:  # noqa: ANN401 - any schema.
    """Tell whether a schema says more about an object than what each of its properties is."""
    merged = merge(document, [schema])
    several = any(len([part for part in one.parts if part != {"type": "null"}]) > 1 for one in merged.choices)
    return several or bool(merged.unlike) or not INTRICATE.isdisjoint(merged.words)


def find_pages(operation: Operation) -> Pages:
    """Return how the operation's list is cut into pages."""
    number, size = page_names(operation)
    schemas = {p["name"]: p.get("schema", {}) for p in operation.parameters if p["in"] == "query"}
    schema: Any = schemas.get(size) or {}
    most = schema.get("maximum")
    usual = schema.get("default", 0)
    counted: Any = schemas.get(number) or {}
    return Pages(
        number_name=number, size_name=size, offset_name=find_name(operation, OFFSET),
        usual=int(usual) if isinstance(usual, int | float) else 0, most=None if most is None else int(most),
        first=0 if 0 in (counted.get("minimum"), counted.get("default")) else 1,
    )  # fmt: skip


def find_flags(document: Document, operation: Operation, schema: Any) -> tuple[Flag, ...]:  # noqa: ANN401 - any schema.
    """Return the flags for members that can be left out, or be null."""
    shape = document.shape(schema)
    by_name = {name.lower(): name for name in reversed(list(shape.members))}
    flags = include_names(document, operation).items()
    found = [(flag, by_name[lowered]) for flag, lowered in flags if lowered in by_name]
    nulls = {name for name, part in shape.members.items() if "null" in document.types(part)}
    return tuple(
        Flag(name=flag, member=member, becomes_null=member in nulls)
        for flag, member in found
        if member in nulls or member not in shape.required
    )


def leave_out(shown: Any, flags: tuple[Flag, ...], query: Mapping[str, Any]) -> Any:  # noqa: ANN401 - any JSON value.
    """Return what is shown, without the members that nobody asked for."""
    if not isinstance(shown, dict):
        return shown
    for flag in flags:
        if query.get(flag.name) is not True:
            if flag.becomes_null:
                shown[flag.member] = None
            else:
                shown.pop(flag.member, None)
    return shown
