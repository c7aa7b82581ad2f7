"""What a list's parameters ask for, and whether an answer gives that."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from suite.document import FIRST_FAILURE, KEY, Document, Operation
from suite.resources import listed_schema

PAGE = frozenset({"page", "pagenumber", "pageindex"})
SIZE = frozenset({"itemsperpage", "pagesize", "perpage", "limit", "elements", "top", "take"})
TEXT = frozenset({"text", "search", "query", "q", "name"})
FILTER = re.compile(r"filters?[._\[]|filter$", re.IGNORECASE)
NOWHERE = "zqxjkvzqxjkv"
"""A text that is found in nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """A parameter that narrows a list."""

    name: str
    member: str
    """The member of the entries that it is about; empty for a text that may be found in any."""
    schema: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paging:
    """The parameters that cut a list into pages."""

    page: str
    """Empty where only a size can be asked for."""
    size: str
    first: int


def find_paging(document: Document, operation: Operation) -> Paging | None:
    """Return how a list is cut into pages; None where no size can be asked for."""
    found = document.parameters(operation, "query")
    page = next((name for name in found if name.lower() in PAGE), "")
    size = next((name for name in found if name.lower() in SIZE), "")
    if not size:
        return None
    first = document.resolve(found[page].get("schema", {})).get("minimum", 1) if page else 1
    return Paging(page=page, size=size, first=int(first))


def find_filters(document: Document, operation: Operation) -> Iterator[Filter]:
    """Yield the parameters whose effect can be seen in the entries: texts, and those named as a member is."""
    members = document.properties(listed_schema(document, operation) or {})
    by_name = {name.lower(): name for name in members}
    for name, parameter in document.parameters(operation, "query").items():
        word = re.split(r"[._\[]", name.rstrip("]"))[-1].lower()
        schema = document.resolve(parameter.get("schema", {}))
        kind = schema.get("type") if isinstance(schema, dict) else None
        is_filter = bool(FILTER.match(name)) or word in by_name
        if not is_filter or word in PAGE | SIZE or word.startswith("include"):
            continue
        plain = kind == "string" and not {"format", "enum", "pattern"} & set(schema)
        if plain and (word in TEXT or any(word.endswith(text) for text in TEXT)):
            yield Filter(name=name, member="", schema=schema)
        elif member := by_name.get(word, by_name.get(word.removesuffix("s"), "")):
            yield Filter(name=name, member=member, schema=schema)


def holds_text(entry: object, text: str) -> bool:
    """Tell whether a text is found in any member, letters' case aside."""
    if isinstance(entry, Mapping):
        return any(holds_text(member, text) for member in entry.values())
    if isinstance(entry, list):
        return any(holds_text(member, text) for member in entry)
    return isinstance(entry, str) and text.lower() in entry.lower()


def choose_values(document: Document, wanted: Filter, entries: list[dict[str, Any]]) -> Iterator[Any]:
    """Yield values to ask for: one that an entry has, one that it lacks; none for a member of open meaning."""
    schema = document.resolve(wanted.schema)
    schema = document.resolve(schema["items"]) if schema.get("type") == "array" else schema
    if not wanted.member:
        name = next((e["name"] for e in entries if isinstance(e.get("name"), str) and e["name"].isascii()), "")
        yield from ([name] if name else [])
        yield NOWHERE
        return
    kind, choices = schema.get("type"), list(schema.get("enum", ()))
    seen = [e[wanted.member] for e in entries if isinstance(e.get(wanted.member), str | int | bool)]
    exact = bool(choices) or kind == "boolean" or schema.get("format") == "uuid" or wanted.member.lower().endswith("id")
    if not exact or kind not in {"string", "integer", "boolean"}:
        return
    yield from list(dict.fromkeys(seen))[:1]
    if kind == "boolean":
        yield from (value for value in (True, False) if value not in seen[:1])
    elif choices:
        yield from [value for value in choices if value not in seen[:1]][:1]
    elif schema.get("format") == "uuid":
        yield "00000000-0000-4000-8000-00000000ffff"
    elif kind == "integer":
        yield max([s for s in seen if isinstance(s, int)], default=0) + 1


def fits(wanted: Filter, value: object, entry: Mapping[str, Any]) -> bool:
    """Tell whether an entry is one of those asked for; one that doesn't show the member may be."""
    if not wanted.member:
        return holds_text(entry, str(value)) if value == NOWHERE else True
    shown = entry.get(wanted.member)
    return shown is None or shown == value or (isinstance(shown, list) and value in shown)


def find_includes(document: Document, operation: Operation) -> Iterator[tuple[str, str]]:
    """Yield the parameters that ask for more, each with the member that it is about."""
    payload = document.payload_schema(operation)
    if listed_schema(document, operation) is None and KEY not in document.properties(payload):
        return  # Several lists in one answer: what isn't in one of them may be in another.
    schemas = [payload, *(document.resolve(part).get("items", {}) for part in document.properties(payload).values())]
    schemas += [payload.get("items", {})] if isinstance(payload, dict) else []
    optional: dict[str, list[bool]] = {}
    names: dict[str, str] = {}
    for schema in map(document.resolve, schemas):
        for name, part in document.properties(schema).items():
            names[name.lower()] = name
            optional.setdefault(name, []).append(name not in schema.get("required", ()) or _takes_null(document, part))
    for name in document.parameters(operation, "query"):
        word = re.split(r"[._\[]", name.rstrip("]"))[-1].lower()
        member = names.get(word.removeprefix("include"), "") if word.startswith("include") else ""
        # What an answer must show in any case can't be left out where nobody asks for it.
        if member and all(optional[member]):
            yield name, member


def _takes_null(document: Document, schema: Any) -> bool:  # noqa: ANN401 - a schema.
    resolved = document.resolve(schema)
    if not isinstance(resolved, dict):
        return True
    types = resolved.get("type", ())
    parts = [*resolved.get("anyOf", ()), *resolved.get("oneOf", ())]
    return "null" in ([types] if isinstance(types, str) else types) or any(_takes_null(document, p) for p in parts)


def has_member(value: object, member: str) -> bool:
    """Tell whether a member is shown anywhere, and isn't null or empty."""
    if isinstance(value, list):
        return any(has_member(entry, member) for entry in value)
    if not isinstance(value, Mapping):
        return False
    return bool(value.get(member)) or any(has_member(inner, member) for inner in value.values())


def has_sample(document: Document, operation: Operation, member: str) -> bool:
    """Tell whether every sample of a success shows a member: then a server has something to show, too."""
    samples = [sample.value for status, sample in document.answer_samples(operation) if status < FIRST_FAILURE]
    return bool(samples) and all(has_member(sample, member) for sample in samples)
