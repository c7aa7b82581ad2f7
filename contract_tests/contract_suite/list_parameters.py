"""The query parameters of lists, what they ask for, and whether a response gives that: filters, pages, includes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from contract_suite.document import KEY, Document, Operation
from contract_suite.envelope import FIRST_FAILURE
from contract_suite.resources import listed_schema

PAGE = frozenset({"page", "pagenumber", "pageindex"})
SIZE = frozenset({"itemsperpage", "pagesize", "perpage", "limit", "elements", "top", "take"})
TEXT = frozenset({"text", "search", "query", "q", "name"})
FILTER = re.compile(r"filters?[._\[]|filter$", re.IGNORECASE)
INCLUDE = re.compile(r"include|exclude|expand|embed|with[_-]")
"""What the names of parameters begin with that show more or less of each entry."""
TOTALS = frozenset({"total", "totalcount", "totalitems", "totalresults", "totalelements"})
NOWHERE = "zqxjkvzqxjkv"
"""A text that is found in nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """A parameter that narrows a list."""

    name: str
    property: str
    """The property of the entries that it is about; empty for a text that may stand in any."""
    schema: Mapping[str, Any]
    inside: str = ""
    """The property of the entries that holds `property`; empty where the entries have it themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paging:
    """The parameters that cut a list into pages."""

    page: str
    """The parameter with the page's number; empty where only a size can be requested."""
    size: str
    """The parameter with the number of entries on a page."""
    first: int
    """The number of the first page."""


def find_paging(document: Document, operation: Operation) -> Paging | None:
    """Return how a list is cut into pages; None where no size can be requested."""
    found = document.parameters(operation, "query")
    page, first = find_page(document, operation)
    size = next((name for name in found if name.lower() in SIZE), "")
    return Paging(page=page, size=size, first=first) if size else None


def find_page(document: Document, operation: Operation) -> tuple[str, int]:
    """Return the parameter that chooses a page of a list, and the number of the first page; an empty name for none."""
    found = document.parameters(operation, "query")
    page = next((name for name in found if name.lower() in PAGE), "")
    first = document.resolve(found[page].get("schema", {})).get("minimum", 1) if page else 1
    return page, int(first)


MOST_PAGES = 100
"""The most pages of a list that are read to see what is new."""


def read_pages(
    read: Callable[[dict[str, Any]], list[Any] | None], page: str, first: int
) -> tuple[list[Any] | None, bool]:  # fmt: skip
    """Return the entries of all pages, None where the first can't be read; and whether these are all there are.

    `read` returns the entries that the list shows with a query, None for no success. The list ends where a page shows
    nothing that the pages before haven't shown.
    """
    entries = read({})
    if not page or not entries:
        return entries, True
    for number in range(first + 1, first + MOST_PAGES):
        new = [entry for entry in read({page: number}) or () if entry not in entries]
        if not new:
            return entries, True
        entries = [*entries, *new]
    return entries, False


def find_filters(document: Document, operation: Operation) -> Iterator[Filter]:
    """Yield the parameters whose effect shows in the entries: searches for a text, and those named like a property."""
    items = document.properties(listed_schema(document, operation) or {})
    by_name = {name.lower(): name for name in items}
    prefix, include = document.conventions.filter_prefix.lower(), document.conventions.include_prefix.lower()
    for name, parameter in document.parameters(operation, "query").items():
        schema = document.resolve(parameter.get("schema", {}))
        kind = schema.get("type") if isinstance(schema, dict) else None
        named = bool(FILTER.match(name) or (prefix and name.lower().startswith(prefix)))
        # Without the word `filter`, only a whole name says which property is meant: `servers` isn't in
        # `include_stopped_servers`.
        word = _last_word(name.lower().removeprefix(prefix)) if named else name.lower()
        if not (named or word in by_name) or word in PAGE | SIZE or (include and word.startswith(include)):
            continue
        if INCLUDE.match(word) and word not in by_name:
            continue
        plain = kind == "string" and not {"format", "enum", "pattern"} & set(schema)
        if plain and (word in TEXT or any(word.endswith(text) for text in TEXT)):
            yield Filter(name=name, property="", schema=schema)
        elif found := by_name.get(word, by_name.get(word.removesuffix("s"), "")):
            yield Filter(name=name, property=found, schema=schema)
        elif len(places := list(_find_inside(document, by_name, items, word))) == 1:
            yield Filter(name=name, property=places[0][1], schema=schema, inside=places[0][0])


def _find_inside(
    document: Document, by_name: Mapping[str, str], items: Mapping[str, Any], word: str
) -> Iterator[tuple[str, str]]:  # fmt: skip
    """Yield the properties of objects inside an entry with a filter's name, each with the object's."""
    for outer in by_name.values():
        schema = document.resolve(items[outer])
        for inner in document.properties(schema):
            if inner.lower() == word:
                yield outer, inner


def find_switches(document: Document, operation: Operation) -> Iterator[str]:
    """Yield the filters that are true or false: whatever they mean, no entry fits both.

    A parameter that includes something is no filter: true shows more than false.
    """
    prefix = document.conventions.filter_prefix.lower()
    for name, parameter in document.parameters(operation, "query").items():
        named = bool(FILTER.match(name) or (prefix and name.lower().startswith(prefix)))
        word = _last_word(name.lower().removeprefix(prefix))
        if named and document.json_types(parameter.get("schema", {})) == {"boolean"} and not INCLUDE.match(word):
            yield name


def find_total(payload: object) -> tuple[str, int] | None:
    """Return the property of a list's payload that says how many entries all pages have; None for none."""
    found = payload.items() if isinstance(payload, Mapping) else ()
    totals = [(name, v) for name, v in found if name.lower().replace("_", "") in TOTALS and type(v) is int]
    return totals[0] if len(totals) == 1 else None


def holds_text(entry: object, text: str) -> bool:
    """Whether a text stands in any property, at any depth, letters' case aside."""
    if isinstance(entry, Mapping):
        return any(holds_text(value, text) for value in entry.values())
    if isinstance(entry, list):
        return any(holds_text(value, text) for value in entry)
    return isinstance(entry, str) and text.lower() in entry.lower()


def choose_values(document: Document, wanted: Filter, entries: list[dict[str, Any]]) -> Iterator[Any]:
    """Yield values to filter by: one that an entry has, two where a filter takes several, one that it lacks.

    None where a match may be inexact.
    """
    schema = document.resolve(wanted.schema)
    schema = document.resolve(schema["items"]) if schema.get("type") == "array" else schema
    if not wanted.property:
        name = next((e["name"] for e in entries if isinstance(e.get("name"), str) and e["name"].isascii()), "")
        yield from ([name] if name else [])
        yield NOWHERE
        return
    kind, choices = schema.get("type"), list(schema.get("enum", ()))
    seen = [value for e in entries if isinstance(value := read_filtered(wanted, e), str | int | bool)]
    exact = (
        bool(choices) or kind == "boolean" or schema.get("format") == "uuid" or wanted.property.lower().endswith("id")
    )
    if not exact or kind not in {"string", "integer", "boolean"}:
        return
    different = list(dict.fromkeys(seen))
    yield from different[:1]
    if wanted.schema.get("type") == "array" and len(different) > 1:
        yield different[:2]
    if kind == "boolean":
        yield from (value for value in (True, False) if value not in seen[:1])
    elif choices:
        yield from [value for value in choices if value not in seen[:1]][:1]
    elif schema.get("format") == "uuid":
        yield "00000000-0000-4000-8000-00000000ffff"
    elif kind == "integer":
        yield max([s for s in seen if isinstance(s, int)], default=0) + 1


def fits(wanted: Filter, value: object, entry: Mapping[str, Any]) -> bool:
    """Whether an entry fits the filter's value; an entry that doesn't show the property may fit."""
    if not wanted.property:
        return holds_text(entry, str(value)) if value == NOWHERE else True
    if wanted.property not in (entry if not wanted.inside else entry.get(wanted.inside) or ()):
        return True
    shown = read_filtered(wanted, entry)
    values = value if isinstance(value, list) else [value]
    return shown in values or (isinstance(shown, list) and any(one in shown for one in values))


def read_filtered(wanted: Filter, entry: Mapping[str, Any]) -> Any:  # noqa: ANN401 - any JSON value.
    """Return what an entry shows of the property that a filter is about; None where it shows none."""
    holder = entry.get(wanted.inside) if wanted.inside else entry
    return holder.get(wanted.property) if isinstance(holder, Mapping) else None


def choose_bounds(wanted: Filter, entries: list[dict[str, Any]]) -> list[int]:
    """Return numbers below, at and above those that the entries show: no filter shows all entries for each of them.

    Empty where all entries show one number.
    """
    shown = {value for e in entries if type(value := read_filtered(wanted, e)) is int}
    return [min(shown) - 1, min(shown), max(shown), max(shown) + 1] if len(shown) > 1 else []


def find_includes(document: Document, operation: Operation) -> Iterator[tuple[str, str]]:
    """Yield the parameters that include a property, each with that property: `IncludeParts` and `parts`.

    None for an API without an `include-prefix` among its conventions.
    """
    prefix = document.conventions.include_prefix.lower()
    if not prefix:
        return
    payload = document.payload_schema(operation)
    if listed_schema(document, operation) is None and KEY not in document.properties(payload):
        return  # Several lists in one response: what isn't in one of them may be in another.
    schemas = [payload, *(document.resolve(part).get("items", {}) for part in document.properties(payload).values())]
    schemas += [payload.get("items", {})] if isinstance(payload, dict) else []
    optional: dict[str, list[bool]] = {}
    names: dict[str, str] = {}
    for schema in map(document.resolve, schemas):
        for name, part in document.properties(schema).items():
            names[name.lower()] = name
            optional.setdefault(name, []).append(name not in schema.get("required", ()) or _takes_null(document, part))
    for name in document.parameters(operation, "query"):
        word = _last_word(name)
        included = names.get(word.removeprefix(prefix), "") if word.startswith(prefix) else ""
        # A property that a response must have can't be left out.
        if included and all(optional[included]):
            yield name, included


def _last_word(name: str) -> str:
    """Return what stands last in a parameter's name, in small letters: `size` of `page[size]`."""
    return re.split(r"[._\[]", name.rstrip("]"))[-1].lower()


def _takes_null(document: Document, schema: Any) -> bool:  # noqa: ANN401 - a schema.
    resolved = document.resolve(schema)
    if not isinstance(resolved, dict):
        return True
    types = resolved.get("type", ())
    parts = [*resolved.get("anyOf", ()), *resolved.get("oneOf", ())]
    return "null" in ([types] if isinstance(types, str) else types) or any(_takes_null(document, p) for p in parts)


def shows_property(value: object, name: str) -> bool:
    """Whether a property stands anywhere in a value, and isn't null or empty."""
    if isinstance(value, list):
        return any(shows_property(entry, name) for entry in value)
    if not isinstance(value, Mapping):
        return False
    return bool(value.get(name)) or any(shows_property(inner, name) for inner in value.values())


def is_in_samples(document: Document, operation: Operation, name: str) -> bool:
    """Whether every sample of a success shows a property: then the server should have something to show, too."""
    samples = [sample.value for status, sample in document.response_samples(operation) if status < FIRST_FAILURE]
    return bool(samples) and all(shows_property(sample, name) for sample in samples)
