"""Several files → one mapping in which each reference leads to a component by its name.

The walk knows what each object may hold, so it also finds what isn't understood: unknown names are reported, empty keys
(`parameters:` and nothing after it) count as absent, and values of the wrong kind stop the reading with their place.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from docpact.document.components import Components
from docpact.document.faults import Finding, Report, fault
from docpact.document.references import Files, Spot
from docpact.document.shapes import ANY, FLAG, SHAPES, TEXT, Each, Field, article, plural
from docpact.document.traverse import iterate

INLINED = frozenset({"path item", "media"})
"""What is put in the place of a reference to it: 3.1 keeps no media types, and few readers follow path items."""
BESIDE = frozenset({"summary", "description"})
"""What may stand beside a reference in every version."""
NULLS = frozenset({"example", "default", "const", "value", "dataValue"})
"""Where null is a value, and not an empty key."""
NAMES = ("$id", "$anchor", "$dynamicAnchor", "$schema", "$vocabulary", "$defs", "definitions")
"""What a schema, or a part of it, is called by: all that is called has become a component of its own."""


@dataclass(slots=True, kw_only=True)
class Bundler:
    """Makes one mapping of a document's files."""

    files: Files
    report: Report
    version: str
    """`2.0`, `3.0`, `3.1` or `3.2`."""
    components: Components = field(init=False)
    _places: dict[int, str] = field(default_factory=dict)
    """The identity of an operation in the result → where it was read from."""
    _inside: list[int] = field(default_factory=list)
    """The identities of what is being put in the place of a reference."""

    def bundle(self) -> dict[str, Any]:
        """Return the mapping; raises `InputError` with the place of the first fault."""
        self.components = Components(files=self.files, version=self.version)
        document: dict[str, Any] = self._object("document", self.files.root.value, self.files.start())
        while self.components.pending:
            one = self.components.pending.popleft()
            holder = document
            for step in one.section.split("/"):
                holder = holder.setdefault(step, {})
            holder[one.name] = self._value(one.kind, one.value, one.spot)
        return document

    def find_places(self, bundled: Mapping[str, Any]) -> dict[str, str]:
        """Return the pointer of each operation → the file and line that it was read from, where there are lines."""
        kinds = ((node, pointer) for kind, node, pointer in iterate(bundled) if kind == "operation")
        return {pointer: self._places[id(node)] for node, pointer in kinds if id(node) in self._places}

    def _say(self, spot: Spot, message: str, *nodes: object) -> None:
        self.report(Finding(where=str(spot.place(*nodes)), message=message))

    def _value(self, kind: Field, value: Any, spot: Spot) -> Any:  # noqa: ANN401 - any JSON value, as all below.
        """Return the value of one field, its references made local."""
        if isinstance(kind, Each):
            return (self._named if kind.named else self._list)(kind.kind, value, spot)
        if kind == ANY:
            return value
        if kind in {TEXT, FLAG}:
            return self._plain(kind, value, spot)
        if kind == "scopes":
            return self._list(TEXT, value or [], spot)
        if kind == "schema" and isinstance(value, bool):
            return value
        return self._object(kind, value, spot)

    def _plain(self, kind: str, value: Any, spot: Spot) -> Any:  # noqa: ANN401
        if isinstance(value, str if kind == TEXT else bool):
            return value
        if kind == FLAG and value in {"true", "false"}:
            self._say(spot, f"`{value}` is a text; it is read as if it had no quotes")
            return value == "true"
        if kind == TEXT and isinstance(value, int | float):
            text = str(value).lower() if isinstance(value, bool) else str(value)
            self._say(spot, f"a text is expected; `{text:.60}` is read as one: put it in quotes")
            return text
        raise fault(spot.place(), f"must be {'a text' if kind == TEXT else 'true or false'}")

    def _named(self, kind: str, value: Any, spot: Spot) -> Any:  # noqa: ANN401
        """Return a mapping of names to things of a kind."""
        if not isinstance(value, Mapping):
            raise fault(spot.place(value), f"must be a mapping of names to {plural(kind)}")
        if isinstance(value.get("$ref"), str):
            return self._misplaced(Each(kind), value, spot)
        found = {}
        for name, part in value.items():
            extension = str(name).startswith("x-") and kind not in {"schema", "header"}
            # What has a name and nothing after it is there, and empty.
            found[str(name)] = part if extension else self._value(kind, {} if part is None else part, spot.at(name))
        return found

    def _list(self, kind: str, value: Any, spot: Spot) -> list[Any]:  # noqa: ANN401
        if not isinstance(value, list):
            raise fault(spot.place(value), f"must be a list of {plural(kind)}")
        found = []
        for index, part in enumerate(value):
            if part is None:
                self._say(spot.at(index), "an empty element is passed over", value)
            else:
                found.append(self._value(kind, part, spot.at(index)))
        return found

    def _object(self, kind: str, node: Any, spot: Spot) -> Any:  # noqa: ANN401
        if not isinstance(node, Mapping):
            said = f"must be {article(kind)}, which is a mapping{' or true or false' if kind == 'schema' else ''}"
            raise fault(spot.place(node), said)
        if isinstance(node.get("$ref"), str):
            return self._reference(kind, node, spot)
        if kind == "schema":
            spot = spot.inside(node)
        found = self._fields(kind, node, spot)
        missing = next((name for name in SHAPES[kind].required if name not in found), None)
        if missing:
            raise fault(spot.place(node), f"{article(kind)} must have `{missing}`")
        return found

    def _fields(self, kind: str, node: Mapping[str, Any], spot: Spot) -> dict[str, Any]:
        shape = SHAPES[kind]
        found: dict[str, Any] = {}
        for name, value in node.items():
            key = str(name)
            known = shape.fields.get(key)
            if known == ANY:
                if value is not None or key in NULLS:
                    found[key] = value
            elif key.startswith("x-"):
                found[key] = value
            elif known is not None:
                if kind == "schema" and key == "items" and isinstance(value, list):
                    self._say(spot.at(key), "a list of schemas is read as `prefixItems`", value)
                    found["prefixItems"] = self._list("schema", value, spot.at(key))
                elif value is not None:
                    found[key] = self._value(known, value, spot.at(key))
            elif shape.rest:
                self._put_rest(kind, key, value, found, spot)
            else:
                self._say(spot.at(key), f"`{key:.60}` is unknown here, and nothing is made of it", value, node)
                found[key] = value
        self._settle(kind, found, spot, node)
        return found

    def _settle(self, kind: str, found: dict[str, Any], spot: Spot, node: Any) -> None:  # noqa: ANN401
        if kind == "schema":
            self._settle_schema(found, spot, node)
        elif kind == "operation" and (place := spot.place(node)).line:
            self._places[id(found)] = f"{place.file}:{place.line}"

    def _put_rest(self, kind: str, key: str, value: Any, found: dict[str, Any], spot: Spot) -> None:  # noqa: ANN401
        """Put what stands under a name that the document chose: a path, a status, an expression, a scheme."""
        if kind == "paths" and not key.startswith("/"):
            message = f"the path `{key:.60}` doesn't begin with `/`; its operations are left out"
            self._say(spot.at(key), message, value)
        else:
            rest = SHAPES[kind].rest
            found[key] = self._value(rest, {} if value is None and rest != "scopes" else value, spot.at(key))

    def _settle_schema(self, found: dict[str, Any], spot: Spot, node: Any) -> None:  # noqa: ANN401
        if isinstance(found.get("$dynamicRef"), str):
            self._say(spot, "`$dynamicRef` is read as `$ref`", node)
            found["$ref"] = self.components.refer("schema", found.pop("$dynamicRef"), spot.here, spot.place(node))
        for name in NAMES:
            found.pop(name, None)
        if isinstance(found.get("discriminator"), Mapping):
            found["discriminator"] = self._discriminator(found["discriminator"], spot.at("discriminator"))

    def _discriminator(self, node: Mapping[str, Any], spot: Spot) -> dict[str, Any]:
        """Return the discriminator, what it maps to written as references to components."""
        mapping = node.get("mapping")
        if mapping is not None and not isinstance(mapping, Mapping):
            raise fault(spot.place(node), "`mapping` must be a mapping of values to schemas")
        found = {name: value for name, value in node.items() if name != "mapping"}
        if "defaultMapping" in node:
            found["defaultMapping"] = self._mapped(node["defaultMapping"], spot, node)
        if mapping:
            found["mapping"] = {str(value): self._mapped(target, spot, node) for value, target in mapping.items()}
        return found

    def _mapped(self, target: Any, spot: Spot, node: object) -> str:  # noqa: ANN401
        if not isinstance(target, str):
            raise fault(spot.place(node), "`mapping` must be a mapping of values to schemas")
        if self.components.has("schema", target):
            return f"#/{self.components.section('schema')}/{target}"
        return self.components.refer("schema", target, spot.here, spot.place(node))

    def _reference(self, kind: str, node: Mapping[str, Any], spot: Spot) -> Any:  # noqa: ANN401
        if not SHAPES[kind].sections:
            return self._misplaced(kind, node, spot)
        others = {name: value for name, value in node.items() if name != "$ref"}
        if kind in INLINED:
            target = self._inline(kind, node, spot)
            if target is not None:
                return {**target, **self._fields(kind, others, spot)}
        reference = self.components.refer(kind, node["$ref"], spot.here, spot.place(node))
        if kind == "schema" and self.version not in {"2.0", "3.0"}:
            return {"$ref": reference, **self._fields(kind, others, spot.inside(node))}
        lost = [name for name in others if name not in BESIDE and not name.startswith("x-")]
        if lost:
            message = f"`{lost[0]:.60}` beside a reference is ignored, as OpenAPI {self.version} says"
            self._say(spot, f"{message}: wrap the reference in `allOf`", node)
        return {"$ref": reference, **{name: value for name, value in others.items() if name not in lost and value}}

    def _misplaced(self, kind: Field, node: Mapping[str, Any], spot: Spot) -> Any:  # noqa: ANN401
        """Follow a reference where the specification has none: tools that split documents write such."""
        self._say(spot, "OpenAPI has no reference here; it is followed all the same", node)
        target = self._inline(kind, node, spot)
        if target is None:
            raise fault(spot.place(node), f"`{node['$ref']:.200}` leads back to itself")
        return target

    def _inline(self, kind: Field, node: Mapping[str, Any], spot: Spot) -> Any:  # noqa: ANN401
        """Return what a reference leads to; None where that leads back to it, and it could stand as a component."""
        value, there = self.files.follow(node["$ref"], spot.here, spot.place(node))
        if id(value) in self._inside:
            if isinstance(kind, str) and self.components.section(kind) and kind != "media":
                return None
            raise fault(spot.place(node), f"`{node['$ref']:.200}` leads back to itself")
        self._inside.append(id(value))
        try:
            return self._value(kind, value, there)
        finally:
            self._inside.pop()
