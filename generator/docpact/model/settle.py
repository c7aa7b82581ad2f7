"""Drafts and observations → settled schemas; every contradiction is reported where it is settled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from docpact.diagnostics import Diagnostic, Origin, Report
from docpact.model.claims import sample_claims
from docpact.model.evidence import OPTIONAL, REQUIRED, Aspect, Claim, Source
from docpact.model.names import ALIKE, likeness
from docpact.model.observe import Observations, Seen
from docpact.model.types import Array, Enum, Object, Property, Reference, Scalar, Schema, Unknown

JSON_SCALARS = ("integer", "number", "string", "boolean")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settler:
    """Settles objects by what the samples show of them."""

    observations: Observations
    report: Report
    source: Source
    """Whether the samples are of requests or responses."""

    def settle_object(self, owner: str, draft: Object, *, silent_required: bool) -> Object:
        """Return the object with names, types, arrays, nulls and required members settled.

        `silent_required` tells what a table means that does not mark a member as optional and of which no sample
        exists: a body parameter is required then, since tables of parameters mark the optional ones; a member of a
        structure is not, since tables of structures mark nothing.
        """
        renames = self._renames(owner, draft)
        self._report_extra(owner, renames)
        return Object(
            properties=tuple(
                self._settle_property(owner, prop, renames.get(prop.name), silent_required=silent_required)
                for prop in draft.properties
            )
        )

    def _settle_property(self, owner: str, prop: Property, renamed: str | None, *, silent_required: bool) -> Property:
        seen = self.observations.seen(owner, renamed or prop.name)
        if renamed and seen.shown == 0:
            seen = Seen()
        schema = self._settle_array(prop, seen)
        schema = self._settle_type(prop, schema, seen)
        schema = self._settle_nested(f"{owner}.{prop.name}", schema, silent_required=silent_required)
        name = renamed or self._spelling(prop, seen)
        missing = None if renamed else seen.missing
        required = prop.required and missing is None and (seen.shown > 0 or silent_required)
        if prop.required and silent_required and missing is not None:
            message = f"`{prop.name}` is not marked optional, but a sample leaves it out; it is optional"
            self._say("required-contradicted", message, prop.origin, missing)
        if seen.null and not prop.nullable:
            message = f"`{prop.name}` is null in a sample, its row does not say so"
            self._say("null-unmarked", message, prop.origin, seen.null)
        return replace(
            prop,
            name=name,
            schema=schema,
            required=required,
            nullable=prop.nullable or seen.null is not None,
            claims=self._claims(prop, name, schema, seen, silent_required=silent_required),
        )

    def _claims(
        self, prop: Property, name: str, schema: Schema, seen: Seen, *, silent_required: bool
    ) -> tuple[Claim, ...]:
        """Return what the row, the notes and the samples say; a row without a mark says what silence means here."""
        silence = REQUIRED if silent_required else OPTIONAL
        claims = [replace(c, value=silence) if c.source is Source.UNMARKED else c for c in prop.claims]
        claims += sample_claims(schema, seen, self.source)
        if isinstance(schema, Scalar) and not seen.types and schema.format != getattr(prop.schema, "format", ""):
            namesake = self.observations.never_a_date(prop.name) or prop.origin
            claims.append(
                Claim(aspect=Aspect.TYPE, source=Source.NAMESAKE, value=schema.type, origin=namesake, text="")
            )
        if name != prop.name and (where := seen.first):
            claims.append(Claim(aspect=Aspect.NAME, source=self.source, value=name, origin=where, text=""))
            claims.append(Claim(aspect=Aspect.NAME, source=Source.TABLE, value=prop.name, origin=prop.origin, text=""))
        return tuple(claims)

    def _settle_array(self, prop: Property, seen: Seen) -> Schema:
        schema = prop.schema
        if seen.array and not seen.single and not isinstance(schema, Array):
            self._say(
                "array-contradicted",
                f"`{prop.name}` is a list in the samples, its row says one",
                prop.origin,
                seen.array,
            )
            return Array(items=schema)
        if seen.single and not seen.array and isinstance(schema, Array):
            self._say(
                "array-contradicted",
                f"`{prop.name}` is one in the samples, its row says a list",
                prop.origin,
                seen.single,
            )
            return schema.items
        return schema

    def _settle_type(self, prop: Property, schema: Schema, seen: Seen) -> Schema:
        if isinstance(schema, Array):
            return replace(schema, items=self._settle_type(prop, schema.items, seen))
        if not isinstance(schema, Scalar):
            return self._open_type(schema, seen)
        types = set(seen.types) & set(JSON_SCALARS)
        if not types or types <= _accepted(schema.type):
            return self._without_wrong_date(prop, schema, seen)
        if schema.type == "integer" and types <= {"integer", "number"}:
            return replace(schema, type="number")
        return self._contradicted(prop, schema, seen, types)

    def _without_wrong_date(self, prop: Property, schema: Scalar, seen: Seen) -> Scalar:
        """Return the schema without a date's format where the samples of that member, or of that name, are no dates."""
        if not schema.format.startswith("date") or seen.dates:
            return schema
        if "string" in seen.types:
            message = f"`{prop.name}` is typed as a date; no sample is one"
            self._say("type-contradicted", message, prop.origin, seen.types["string"])
            return replace(schema, format="")
        if where := self.observations.never_a_date(prop.name):
            message = f"`{prop.name}` is typed as a date; members of that name are never dates in samples"
            self._say("type-contradicted", message, prop.origin, where)
            return replace(schema, format="")
        return schema

    def _contradicted(self, prop: Property, schema: Scalar, seen: Seen, types: set[str]) -> Schema:
        """Return what the samples show instead of the table's type: one type if they agree, else anything."""
        if len(types) == 1:
            kind, where = next(iter(types)), seen.types[next(iter(types))]
            message = f"`{prop.name}` is typed {schema.type}, but samples show {kind}; taken as {kind}"
            self._say("type-contradicted", message, prop.origin, where)
            return Scalar(type=kind, limits=schema.limits, members=schema.members)  # type: ignore[arg-type]
        where = next(iter(seen.types.values()))
        message = f"`{prop.name}` is typed {schema.type}, but samples show {' and '.join(sorted(types))}; left open"
        self._say("type-contradicted", message, prop.origin, where)
        return Unknown()

    def _open_type(self, schema: Schema, seen: Seen) -> Schema:
        """Return a scalar for a type that no table states, or in words of its own, but all samples agree on."""
        types = set(seen.types)
        if isinstance(schema, Unknown) and len(types) == 1 and types <= set(JSON_SCALARS):
            return Scalar(type=next(iter(types)))  # type: ignore[arg-type]
        return schema

    def _settle_nested(self, owner: str, schema: Schema, *, silent_required: bool) -> Schema:
        if isinstance(schema, Array):
            return replace(schema, items=self._settle_nested(owner, schema.items, silent_required=silent_required))
        if isinstance(schema, Object):
            return self.settle_object(owner, schema, silent_required=silent_required)
        return schema

    def _renames(self, owner: str, draft: Object) -> dict[str, str]:
        """Return table name → sample name for names that the samples spell otherwise throughout."""
        extra = self.observations.extra.get(owner, {})
        found: dict[str, str] = {}
        for prop in draft.properties:
            seen = self.observations.seen(owner, prop.name)
            if seen.shown or not extra:
                continue
            best = max(extra, key=lambda name, wanted=prop.name: likeness(name, wanted))  # type: ignore[misc]
            if likeness(best, prop.name) >= ALIKE:
                message = f"`{prop.name}` is `{best}` in the samples; the samples are taken"
                self._say("name-contradicted", message, prop.origin, extra[best])
                found[prop.name] = best
        return found

    def _report_extra(self, owner: str, renames: dict[str, str]) -> None:
        for name, origin in self.observations.extra.get(owner, {}).items():
            if name not in renames.values():
                message = f"the sample has `{name}`, which no table lists; it is left out"
                self.report(Diagnostic(code="field-undocumented", message=message, origin=origin))

    def _spelling(self, prop: Property, seen: Seen) -> str:
        """Return the name in the case that the samples use: names are case-sensitive on the wire."""
        if not seen.spellings or prop.name in seen.spellings:
            return prop.name
        best = max(sorted(seen.spellings), key=lambda name: seen.spellings[name])
        where = seen.array or seen.single or seen.null
        self._say("name-contradicted", f"`{prop.name}` is `{best}` in the samples", prop.origin, where)
        return best

    def _say(self, code: str, message: str, origin: Origin, other: Origin | None = None) -> None:
        self.report(Diagnostic(code=code, message=message, origin=origin, related=(other,) if other else ()))


def references(schema: Schema | Enum) -> Sequence[str]:
    """Return the names of the components that the schema refers to directly."""
    match schema:
        case Reference(name=name):
            return [name]
        case Array(items=items):
            return references(items)
        case Object(properties=properties):
            return [name for prop in properties for name in references(prop.schema)]
        case _:
            return []


def _accepted(kind: str) -> set[str]:
    return {"integer", "number"} if kind == "number" else {kind}
