"""Schemas that lead back to themselves on the same value: whoever follows them never comes to an end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from docpact.document.faults import Finding, Report, escape, fault, unescape
from docpact.document.limits import DEEPEST

SCHEMAS = "#/components/schemas/"
IN_PLACE = ("allOf", "anyOf", "oneOf")
"""Where the parts of a schema stand that speak of the same value."""


def break_circles(document: dict[str, Any], file: str, report: Report) -> dict[str, Any]:
    """Return the document without alternatives and parts of a schema that lead back to it on the same value.

    `A: anyOf [B, object]` with `B: anyOf [A, text]` says nothing more than `object or text`. A schema whose properties
    or elements lead back to it is no such circle. Raises `InputError` for very long chains.
    """
    schemas = (document.get("components") or {}).get("schemas")
    if not schemas:
        return document
    cutter = _Cutter(schemas=dict(schemas), file=file, report=report)
    for name in schemas:
        cutter.visit(name, ())
    return {**document, "components": {**document["components"], "schemas": cutter.schemas}}


@dataclass(slots=True, kw_only=True)
class _Cutter:
    schemas: dict[str, Any]
    file: str
    report: Report
    finished: set[str] = field(default_factory=set)

    def visit(self, name: str, path: tuple[str, ...]) -> None:
        """Cut what leads back from one component, after those that it leads to."""
        if name in self.finished or name not in self.schemas:
            return
        if len(path) > DEEPEST:
            where = f"{self.file}{SCHEMAS}{escape(name)}"
            raise fault(where, f"more than {DEEPEST} schemas refer to one another in a row")
        found = self._cut(self.schemas[name], (*path, name))
        self.schemas[name] = {} if found is None else found
        self.finished.add(name)

    def _cut(self, schema: Any, path: tuple[str, ...]) -> Any:  # noqa: ANN401 - a mapping, true or false.
        """Return the schema without what leads back; None where that is all of it."""
        if not isinstance(schema, Mapping):
            return schema
        found = dict(schema)
        reference = found.get("$ref")
        if isinstance(reference, str) and reference.startswith(SCHEMAS):
            name = unescape(reference.removeprefix(SCHEMAS))
            if name in path:
                message = f"`{name:.60}` leads back to itself on the same value; that part is left out"
                self.report(Finding(where=f"{self.file}{SCHEMAS}{escape(path[-1])}", message=message))
                return None
            self.visit(name, path)
        for word in IN_PLACE:
            if isinstance(found.get(word), list):
                kept = [part for part in (self._cut(part, path) for part in found.pop(word)) if part is not None]
                if kept:
                    found[word] = kept
        return found
