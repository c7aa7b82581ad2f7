"""What a response holds: the type cells and the samples, brought together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from docpact.diagnostics import Diagnostic, Origin, Report
from docpact.model.collect.observe import all_bases, json_type
from docpact.model.types import Array, Enum, Map, Object, Property, Reference, Scalar, Schema, Unknown

# The share of a sample's members that a structure must list to be what the sample shows.
FITS = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class PayloadDecider:
    """Decides what the payload of a response is."""

    drafts: Mapping[str, Object | Enum]
    bases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Component name → the components that it extends."""
    by_name: Mapping[str, str]
    """Squashed singular and plural file names of structures → component names."""
    report: Report

    def decide(
        self, declared: Sequence[Schema], values: Sequence[Any], origin: Origin, sample: Origin | None
    ) -> Schema:
        """Return the payload's schema: the declared one unless all samples have another shape."""
        # Null and an empty object show nothing of a shape.
        shown = [value for value in values if value not in (None, {})]
        first = declared[0] if len(declared) == 1 else Unknown()
        if not shown:
            return first
        element = first.items if isinstance(first, Array) else first
        if all(isinstance(value, list) for value in shown):
            if len(declared) == 1 and not isinstance(first, Array):
                self._say("the samples show a list, the table says one", origin, sample)
            return Array(
                items=element
                if element != Unknown() or len(declared) > 1
                else self._from_value(shown[0][0] if shown[0] else None, origin)
            )
        if isinstance(first, Map) or not all(isinstance(value, dict) for value in shown):
            return first if first != Unknown() else self._from_value(shown[0], origin)
        merged: dict[str, Any] = {}
        for value in shown:
            merged |= {name: inner for name, inner in value.items() if inner or name not in merged}
        if len(declared) == 1 and self._fit(element, merged) >= FITS:
            if isinstance(first, Array):
                self._say("the samples show one, the table says a list", origin, sample)
            return element
        if isinstance(element, Reference | Unknown) or len(declared) > 1:
            # Where nothing is declared, nothing is contradicted.
            if declared:
                self._say(f"the samples show an object of {', '.join(f'`{name}`' for name in merged)}", origin, sample)
            items = [schema.items if isinstance(schema, Array) else schema for schema in declared]
            return self._wrapped(items, merged, origin)
        self._say("the samples show an object, the table says a plain value", origin, sample)
        return self._from_value(merged, origin)

    def _wrapped(self, items: Sequence[Schema], value: Mapping[str, Any], origin: Origin) -> Object:
        """Return an object whose members hold the declared types, as far as the samples tell which."""
        properties = [
            Property(name=name, schema=self._member(name, inner, items, origin), required=True, origin=origin)
            for name, inner in value.items()
        ]
        return Object(properties=tuple(properties))

    def _member(self, name: str, value: Any, items: Sequence[Schema], origin: Origin) -> Schema:  # noqa: ANN401
        probe = value[0] if isinstance(value, list) and value else value
        if isinstance(probe, dict):
            best = max(items, key=lambda schema: self._fit(schema, probe), default=Unknown())
            if self._fit(best, probe) >= FITS:
                return Array(items=best) if isinstance(value, list) else best
        if isinstance(value, list) and not value:
            known = self.by_name.get(name.lower())
            return Array(items=Reference(name=known) if known else Unknown())
        return self._from_value(value, origin)

    def _from_value(self, value: Any, origin: Origin) -> Schema:  # noqa: ANN401
        """Return the schema of a value that no table describes, from the sample alone."""
        match json_type(value):
            case "object":
                properties = (
                    Property(
                        name=name,
                        schema=self._from_value(inner, origin),
                        required=True,
                        nullable=inner is None,
                        origin=origin,
                    )
                    for name, inner in value.items()
                )
                return Object(properties=tuple(properties))
            case "array":
                return Array(items=self._from_value(value[0], origin) if value else Unknown())
            case "null":
                return Unknown()
            case kind:
                return Scalar(type=kind)  # type: ignore[arg-type]

    def _fit(self, schema: Schema, value: Any) -> float:  # noqa: ANN401
        """Return the share of the sample's members that the schema lists."""
        target: Schema | Enum | None = self.drafts.get(schema.name) if isinstance(schema, Reference) else schema
        if not isinstance(target, Object) or not isinstance(value, dict) or not value:
            return 0.0
        names = all_bases(schema.name, self.bases) if isinstance(schema, Reference) else []
        inherited = [base for name in names if isinstance(base := self.drafts.get(name), Object)]
        known = {prop.name.lower() for one in (target, *inherited) for prop in one.properties}
        return sum(name.lower() in known for name in value) / len(value)

    def _say(self, message: str, origin: Origin, sample: Origin | None) -> None:
        related = (sample,) if sample else ()
        self.report(
            Diagnostic(
                code="shape-contradicted", message=f"{message}; the samples are taken", origin=origin, related=related
            )
        )
