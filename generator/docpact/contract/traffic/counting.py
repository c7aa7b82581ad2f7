"""Counts what of a document exchanges show, while they go by."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from docpact.contract.coverage import Coverage, OperationCoverage, Part
from docpact.contract.traffic.suite import (
    Document,
    Operation,
    Recorded,
    find_alternatives,
    find_unknown_properties,
    json_type,
    read_value,
)

DEEPEST = 12
ENTRIES = 50
"""How many entries of a list are looked at."""
MOST_PLACES = 2000
"""Properties of one body that are listed: schemas of some documents repeat each other without end."""
MOST_UNDOCUMENTED = 500
ID = re.compile(r"\d+|[0-9a-fA-F]{8,}|[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}")
"""Parts of a path that are ids in all likelihood: what differs in these only is one undocumented operation."""


@dataclass(slots=True)
class _Seen:
    """Counts of one operation while exchanges go by."""

    requests: int = 0
    statuses: Counter[str] = field(default_factory=Counter)
    parameters: Counter[str] = field(default_factory=Counter)
    sent: Counter[str] = field(default_factory=Counter)
    properties: Counter[str] = field(default_factory=Counter)
    unknown_sent: Counter[str] = field(default_factory=Counter)
    unknown_properties: Counter[str] = field(default_factory=Counter)
    types: dict[str, set[str]] = field(default_factory=dict)
    """Place of a property or name of a parameter → the JSON types that it was seen with, where no page has it."""


@dataclass(slots=True)
class CoverageCounter:
    """Counts what exchanges show of a document."""

    document: Document
    exchanges: int = 0
    without_response: int = 0
    without_body: int = 0
    _seen: dict[str, _Seen] = field(default_factory=dict)
    _places: dict[int, frozenset[str]] = field(default_factory=dict)
    _undocumented: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Host and `METHOD /path` → how often."""
    _elsewhere: Counter[str] = field(default_factory=Counter)
    _hosts: set[str] = field(default_factory=set)
    """The hosts at which an operation was seen."""

    def note(self, operation: Operation, exchange: Recorded) -> None:
        """Count one exchange of an operation."""
        seen = self._seen.setdefault(operation.label, _Seen())
        self._hosts.add(urlsplit(exchange.url).netloc)
        seen.requests += 1
        seen.statuses[str(exchange.status)] += 1
        seen.parameters.update(set(self._find_parameters(operation, exchange)))
        for name, text in parse_qsl(urlsplit(exchange.url).query):
            if name not in self.document.parameters(operation, "query"):
                seen.types.setdefault(f"query {name}", set()).add(_guess_type(text))
        sent = _read_json(exchange.body)
        seen.sent.update(set(find_places(sent)))
        schema = self.document.body_schema(operation)
        _note_unknown(seen, seen.unknown_sent, set(find_unknown_properties(self.document, schema, sent)), sent)
        if exchange.response_body is None:
            self.without_body += 1
            return
        value = read_value(exchange)
        seen.properties.update(set(find_places(value)))
        schema = self.document.response_schema(operation.label, exchange.status)
        unknown = set(find_unknown_properties(self.document, schema, value))
        _note_unknown(seen, seen.unknown_properties, unknown, value)

    def note_undocumented(self, method: str, path: str, url: str) -> None:
        """Count an exchange that may be of the API, but of no operation."""
        key = urlsplit(url).netloc, f"{method} {shorten_path(path)}"
        if key in self._undocumented or len(self._undocumented) < MOST_UNDOCUMENTED:
            self._undocumented[key] += 1
        else:
            self._undocumented[key[0], f"{method} elsewhere"] += 1

    def note_elsewhere(self, url: str) -> None:
        """Count an exchange of another server."""
        self._elsewhere[urlsplit(url).netloc] += 1

    def build(self) -> Coverage:
        """Return what was seen until now."""
        elsewhere = Counter(self._elsewhere)
        undocumented: Counter[str] = Counter()
        for (host, label), count in self._undocumented.items():
            # A host that no operation was seen at is another server, which happens to have such paths.
            if host in self._hosts:
                undocumented[label] += count
            else:
                elsewhere[host] += count
        return Coverage(
            exchanges=self.exchanges,
            judged=sum(seen.requests for seen in self._seen.values()),
            operations={o.label: self._build(o) for o in self.document.operations},
            undocumented=dict(sorted(undocumented.items())),
            elsewhere=dict(sorted(elsewhere.items())),
            without_response=self.without_response,
            without_body=self.without_body,
        )

    def _build(self, operation: Operation) -> OperationCoverage:
        seen = self._seen.get(operation.label, _Seen())
        definition = operation.definition
        statuses = [str(code) for code in definition.get("responses", {})]
        exact = [code for code in statuses if code.isdigit()]
        known = {s: self.document.response(operation, int(s)) is not None for s in seen.statuses if s.isdigit()}
        parameters = {
            f"{location} {name}"
            for location in ("path", "query", "header", "cookie")
            for name in self.document.parameters(operation, location)
        }
        sent = self.find_documented(self.document.body_schema(operation)) if seen.requests else frozenset()
        received: set[str] = set()
        for status in seen.statuses:
            received |= self.find_documented(self.document.response_schema(operation.label, int(status)))
        return OperationCoverage(
            requests=seen.requests,
            statuses=Part(
                seen={s: n for s, n in sorted(seen.statuses.items()) if known.get(s)},
                never=tuple(code for code in exact if code not in seen.statuses),
                unknown={s: n for s, n in sorted(seen.statuses.items()) if not known.get(s)},
            ),
            parameters=_compare(seen, seen.parameters, parameters),
            sent=_compare(seen, seen.sent, sent, seen.unknown_sent),
            properties=_compare(seen, seen.properties, received, seen.unknown_properties),
        )

    def _find_parameters(self, operation: Operation, exchange: Recorded) -> Iterator[str]:
        yield from (f"path {name}" for name in operation.placeholders)
        yield from (f"query {name}" for name, _ in parse_qsl(urlsplit(exchange.url).query, keep_blank_values=True))
        given = {name.lower() for name, _ in exchange.headers}
        # Every request has headers that no page speaks of.
        yield from (f"header {n}" for n in self.document.parameters(operation, "header") if n.lower() in given)
        cookies = exchange.header("cookie")
        names = {pair.partition("=")[0].strip() for pair in cookies.split(";")} if cookies else set()
        yield from (f"cookie {n}" for n in self.document.parameters(operation, "cookie") if n in names)

    def find_documented(self, schema: Any) -> frozenset[str]:  # noqa: ANN401 - a schema.
        """Return the places of the properties that a schema names, each structure once on the way down."""
        if not schema:
            return frozenset()
        if id(schema) not in self._places:
            found: dict[str, None] = {}
            for place in _list_places(self.document, schema, "", ()):
                found[place] = None
                if len(found) >= MOST_PLACES:
                    break
            self._places[id(schema)] = frozenset(found)
        return self._places[id(schema)]


def find_places(value: object, place: str = "", depth: int = 0) -> Iterator[str]:
    """Yield the places of the properties in a JSON value: `list[].size`."""
    if depth > DEEPEST:
        return
    if isinstance(value, list):
        for entry in value[:ENTRIES]:
            yield from find_places(entry, f"{place}[]", depth + 1)
    elif isinstance(value, dict):
        for name, inner in value.items():
            where = f"{place}.{name}" if place else str(name)
            yield where
            yield from find_places(inner, where, depth + 1)


def shorten_path(path: str) -> str:
    """Return a path with `{…}` for each part that is an id in all likelihood."""
    return "/".join("{…}" if ID.fullmatch(part) else part for part in path[:200].split("/"))


def _note_unknown(seen: _Seen, counts: Counter[str], places: set[str], value: object) -> None:
    """Count properties that no page has, each with the types of its values."""
    counts.update(places)
    for place in places:
        steps = place.replace("[]", ".[]").lstrip(".").split(".")
        seen.types.setdefault(place, set()).update(_find_types(value, steps))


def _find_types(value: object, steps: Sequence[str]) -> Iterator[str]:
    if not steps:
        yield json_type(value)
    elif steps[0] == "[]" and isinstance(value, list):
        for entry in value[:ENTRIES]:
            yield from _find_types(entry, steps[1:])
    elif isinstance(value, dict) and steps[0] in value:
        yield from _find_types(value[steps[0]], steps[1:])


def _guess_type(text: str) -> str:
    if re.fullmatch(r"-?\d+", text):
        return "integer"
    return "boolean" if text.lower() in {"true", "false"} else "string"


def _compare(
    counted: _Seen, seen: Counter[str], documented: set[str] | frozenset[str], unknown: Counter[str] | None = None
) -> Part:
    more = unknown if unknown is not None else Counter({k: n for k, n in seen.items() if k not in documented})
    return Part(
        seen={name: seen[name] for name in sorted(documented) if name in seen},
        never=tuple(sorted(documented - seen.keys())),
        unknown=dict(sorted(more.items())),
        types={name: tuple(sorted(counted.types[name])) for name in sorted(more) if name in counted.types},
    )


def _list_places(document: Document, schema: Any, place: str, above: tuple[int, ...]) -> Iterator[str]:  # noqa: ANN401
    resolved = document.resolve(schema)
    # A structure inside itself adds nothing.
    if not isinstance(resolved, dict) or id(resolved) in above or len(above) > DEEPEST:
        return
    above = (*above, id(resolved))
    for name, inner in document.properties(resolved).items():
        where = f"{place}.{name}" if place else str(name)
        yield where
        yield from _list_places(document, inner, where, above)
    items = next((part["items"] for part in find_alternatives(document, resolved) if "items" in part), None)
    if items is not None:
        yield from _list_places(document, items, f"{place}[]", above)


def _read_json(body: bytes) -> object:
    try:
        return json.loads(body) if body else None
    except (ValueError, RecursionError):
        return None
