"""Two schemas of one place → what they state differently."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

from docpact.conform.types import Disagreement
from docpact.diagnostics import Origin
from docpact.diff.findings import Node, dump, read_origin
from docpact.diff.flatten import flatten
from docpact.diff.views import View, view_schema
from docpact.document import Direction, has_flag, resolve

Record: TypeAlias = Callable[[Disagreement], None]
MOST_VALUES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place that both documents have."""

    subject: str
    record: Record
    direction: Direction
    origin: Origin | None = None
    operation: str = ""
    has_null: bool = True
    """Whether null can be sent: in a parameter it has no form."""

    def find(self, kind: str, documented: str, implemented: str, *, step: str = "", node: Any = None) -> None:  # noqa: ANN401
        """Record what the two state differently."""
        self.record(
            Disagreement(
                kind=kind, subject=f"{self.subject}{step}", documented=documented, implemented=implemented,
                origin=read_origin(node) or self.origin,
                operations=() if self.subject.startswith(self.operation) else (self.operation,),
            )
        )  # fmt: skip

    def deeper(self, step: str, node: Any = None) -> Spot:  # noqa: ANN401 - the documentation's.
        """Return a place inside, with the node's own origin where it has one."""
        return replace(self, subject=f"{self.subject}{step}", origin=read_origin(node) or self.origin)


@dataclass(slots=True, kw_only=True)
class SchemaMatcher:
    """Compares schemas; a pair of components is looked into once, under the name that the documentation has for it."""

    documented: Node
    implemented: Node
    seen: dict[tuple[str, str, Direction], tuple[Disagreement, ...]] = field(default_factory=dict)
    """Documented component, implemented component, direction → what was found in them."""

    def match(self, one: Any, two: Any, spot: Spot) -> None:  # noqa: ANN401 - schemas.
        """Record what the documentation's schema and the implementation's state differently."""
        was, now = self._view(one, self.documented), self._view(two, self.implemented)
        if was.nothing or now.nothing or _says_nothing(was) or _says_nothing(now):
            return
        if was.null != now.null and spot.has_null:
            spot.find("null", _null_words(was.null), _null_words(now.null))
        if not was.name:
            self._inside(was, now, spot)
            return
        key = was.name, now.name, spot.direction
        if key not in self.seen:
            # What leads back to the pair meets an empty list; nothing is found twice.
            self.seen[key] = ()
            found: list[Disagreement] = []
            origin = read_origin(resolve(self.documented, one)) or spot.origin
            self._inside(was, now, replace(spot, subject=was.name, record=found.append, origin=origin, operation=""))
            self.seen[key] = tuple(found)
        for disagreement in self.seen[key]:
            spot.record(replace(disagreement, operations=(spot.operation,) if spot.operation else ()))

    @staticmethod
    def _view(schema: Any, document: Node) -> View:  # noqa: ANN401
        view = view_schema(schema, document)
        if not view.keywords.get("allOf"):
            return view
        return replace(view_schema(flatten(schema, document), document), name=view.name, null=view.null)

    def _inside(self, was: View, now: View, spot: Spot) -> None:
        if was.combinator or now.combinator:
            # Which alternative is which can't be told by rule; those with the same properties are compared as one.
            was, now = (self._joined(*side) for side in ((was, self.documented), (now, self.implemented)))
        types = [_types(view) for view in (was, now)]
        if types[0] and types[1] and not _alike(*types):
            spot.find("type", _words(types[0]), _words(types[1]))
            return
        self._values(was, now, spot)
        formats = [str(view.keywords.get("format") or "") for view in (was, now)]
        if formats[0] != formats[1] and all(formats):
            spot.find("format", *formats)
        if "array" in types[0] | types[1]:
            self.match(was.keywords.get("items", {}), now.keywords.get("items", {}), spot.deeper("[]"))
        self._properties(was.keywords, now.keywords, spot)

    def _joined(self, view: View, document: Node) -> View:
        """Return one view of all alternatives: any of their types, and the properties that any has."""
        if not view.combinator:
            return view
        views = [self._view(branch, document) for branch in view.branches]
        properties = {name: part for one in views for name, part in _mapping(one.keywords, "properties").items()}
        types = frozenset[str]().union(*(one.types for one in views))
        return replace(view, keywords={"properties": properties} if properties else {}, types=types, combinator="")

    def _properties(self, one: Node, two: Node, spot: Spot) -> None:
        was, now = _mapping(one, "properties"), _mapping(two, "properties")
        if not was or not now:
            return
        must = [frozenset(node.get("required") or ()) for node in (one, two)]
        for name in [*was, *(name for name in now if name not in was)]:
            inner = spot.deeper(f".{name}", was.get(name))
            both = (was, self.documented), (now, self.implemented)
            sides = [(part[name], document) for part, document in both if name in part]
            if any(has_flag(document, node, spot.direction.foreign) for node, document in sides):
                continue
            if name not in now or name not in was:
                texts = [self._type_of(was.get(name), self.documented), self._type_of(now.get(name), self.implemented)]
                inner.find("property", *texts)
                continue
            if (name in must[0]) != (name in must[1]):
                inner.find("property-required", *("required" if name in names else "optional" for names in must))
            self.match(was[name], now[name], inner)

    def _type_of(self, schema: Any, document: Node) -> str:  # noqa: ANN401
        if schema is None:
            return ""
        view = self._view(schema, document)
        if "array" in view.types:
            items = self._view(view.keywords.get("items", {}), document)
            return f"{items.name or _words(_types(items))}[]"
        return view.name or _words(_types(view))

    @staticmethod
    def _values(was: View, now: View, spot: Spot) -> None:
        # A list that lets other values through states values all the same.
        one, two = ({dump(value) for value in view.values or ()} for view in (was, now))
        if one and two and one != two:
            texts = [", ".join(sorted(values)[:MOST_VALUES]) for values in (one - two, two - one)]
            spot.find("values", texts[0] and f"also {texts[0]}", texts[1] and f"also {texts[1]}")


def _mapping(node: Node, name: str) -> Node:
    found = node.get(name)
    return found if isinstance(found, Mapping) else {}


def _says_nothing(view: View) -> bool:
    return not (view.stated or view.combinator or view.values or view.keywords.get("properties"))


def _types(view: View) -> frozenset[str]:
    implied = frozenset({"object"}) if view.keywords.get("properties") else frozenset[str]()
    return view.types or implied


def _alike(one: frozenset[str], two: frozenset[str]) -> bool:
    """Tell whether types say the same: a number may be a whole one."""
    number = frozenset({"number"})
    return one == two or (one | number == two | number and "integer" in one ^ two)


def _words(types: frozenset[str]) -> str:
    return " | ".join(sorted(types)) or "any"


def _null_words(null: bool) -> str:  # noqa: FBT001 - what is put in words.
    return "can be null" if null else "is never null"
