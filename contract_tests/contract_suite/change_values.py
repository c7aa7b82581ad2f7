"""Other values for the properties of a resource: numbers, times, choices, nothing at all, and one inside an object."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from contract_suite.conformance import ConformanceChecker
from contract_suite.document import KEY, Document, Operation


def find_changes(
    document: Document, conformance: ConformanceChecker, change: Operation, before: Mapping[str, Any]
) -> Iterator[tuple[str, Any]]:  # fmt: skip
    """Yield the properties that a change can write, each with another value that its schema accepts.

    One of each kind comes first. Of an object one property is changed: a PATCH sends that one alone, a PUT all of them.
    """
    properties = document.properties(document.body_schema(change))
    fetch = document.find(f"GET {change.path}")
    shown = document.properties(document.payload_schema(fetch)) if fetch else {}
    fixed = {KEY, document.conventions.revision}
    kinds: dict[str, list[tuple[str, Any]]] = {}
    for name, schema in properties.items():
        if name in fixed or name not in before:
            continue
        for kind, value in _find_values(document, conformance, schema, before[name], whole=change.method == "PUT"):
            # A null that no fetch can show takes back what was there, but can't be read.
            if value is not None or conformance.accepts(shown.get(name, {}), None):
                kinds.setdefault(kind, []).append((name, value))
    turns = max(map(len, kinds.values()), default=0)
    yield from (found[turn] for turn in range(turns) for found in kinds.values() if turn < len(found))


def _find_values(
    document: Document, conformance: ConformanceChecker, schema: Any, now: Any, *, whole: bool  # noqa: ANN401 - a schema; any JSON value.
) -> Iterator[tuple[str, Any]]:  # fmt: skip
    """Yield other values than the present one, each with its kind: one of a kind."""

    def accepts(value: object) -> bool:
        return conformance.accepts(schema, value) if isinstance(schema, dict) else bool(schema)

    if isinstance(now, dict):
        for inner, part in document.properties(schema).items():
            if inner not in now or isinstance(now[inner], dict):
                continue
            kept = {name: value for name, value in now.items() if name in document.properties(schema)} if whole else {}
            for kind, value in _find_values(document, conformance, part, now[inner], whole=whole):
                if accepts({**kept, inner: value}):
                    yield f"{kind} inside", {**kept, inner: value}
        return
    for kind, candidates in _find_candidates(document, schema, now):
        if value := next(([one] for one in candidates if one != now and accepts(one)), None):
            yield kind, value[0]


def _find_candidates(document: Document, schema: Any, now: Any) -> Iterator[tuple[str, list[Any]]]:  # noqa: ANN401 - as above.
    choices = _find_choices(document, schema)
    if choices:
        yield "choice", choices
    elif isinstance(now, bool):
        yield "truth value", [not now]
    elif isinstance(now, int | float):
        yield "number", [now + 1, now - 1]
    elif isinstance(now, str) and (moment := _read_time(now)):
        yield "time", [_write_time(moment + timedelta(days=1), now)]
    if now is not None and "null" in document.json_types(schema):
        yield "nothing", [None]


def _find_choices(document: Document, schema: Any) -> list[Any]:  # noqa: ANN401 - a schema.
    resolved = document.resolve(schema)
    if not isinstance(resolved, dict):
        return []
    parts = [resolved, *map(document.resolve, (*resolved.get("anyOf", ()), *resolved.get("oneOf", ())))]
    return [value for part in parts if isinstance(part, dict) for value in part.get("enum", ())]


def _read_time(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text) if "T" in text else None
    except ValueError:
        return None


def _write_time(moment: datetime, like: str) -> str:
    """Return a time in the spelling of another one: with a fraction, an offset or `Z` where that has one."""
    precision = "milliseconds" if "." in like else "seconds"
    text = moment.isoformat(timespec=precision)
    return text.replace("+00:00", "Z") if like.endswith("Z") else text
