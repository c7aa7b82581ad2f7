"""Two schemas of one place → changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from docpact.diff.findings import WORDS, Node, Place, compare_rest, compare_words, differ, dump, show
from docpact.diff.flatten import flatten
from docpact.diff.limits import LIMITS, compare_format, compare_limits
from docpact.diff.renames import pair_properties
from docpact.diff.types import Change, Use
from docpact.diff.usage import FLAGS
from docpact.diff.views import COMBINATORS, PREFIX, View, resolve, view_schema
from docpact.document import has_flag

KNOWN = {
    *LIMITS, "$ref", "properties", "required", "additionalProperties", "items", "format", "pattern", "allOf", "anyOf",
    "oneOf", "default", "discriminator",
}  # fmt: skip


@dataclass(slots=True, kw_only=True)
class SchemaComparer:
    """Compares schemas of two documents; components are compared once, by whoever holds this."""

    old: Node
    new: Node
    renamed: Mapping[str, str]
    """Component of the old document → its name in the new, where that is another."""
    open_pairs: set[tuple[str, str]] = field(default_factory=set)
    """Pairs of components that are being compared in place of one another: schemas may hold themselves."""

    def compare(self, old: Any, new: Any, place: Place) -> None:  # noqa: ANN401 - mappings, true or false.
        """Report what differs; a component that both refer to is not looked into."""
        was, now = view_schema(old, self.old), view_schema(new, self.new)
        if (was.keywords.get("allOf") or now.keywords.get("allOf")) and not (was.name and was.name == now.name):
            # Which part says something is no matter: what all of them say together is compared.
            was, now = (self._flat_view(*side) for side in ((old, was, self.old), (new, now, self.new)))
        self._words(old, new, place)
        self._null(was, now, place)
        if was.name and self.renamed.get(was.name, was.name) == now.name:
            self._beside(old, new, place)
            return
        if (was.name, now.name) in self.open_pairs:
            return
        pair = {(was.name, now.name)} if was.name and now.name else set()
        self.open_pairs |= pair
        found: list[Change] = []
        self.compare_views(was, now, replace(place, record=found.append))
        self.open_pairs -= pair
        for change in found:
            place.record(change)
        if pair and not found:
            place.report("component-switched", f"`{was.name}` became `{now.name}`")

    @staticmethod
    def _flat_view(schema: Any, view: View, document: Node) -> View:  # noqa: ANN401
        if not view.keywords.get("allOf"):
            return view
        return replace(view_schema(flatten(schema, document), document), name=view.name, null=view.null)

    def compare_views(self, was: View, now: View, place: Place) -> None:
        """Report what differs between what two schemas say, words and null apart."""
        if was.nothing or now.nothing:
            if was.nothing != now.nothing:
                rule = "type-narrowed" if now.nothing else "type-widened"
                place.report(rule, "nothing is let through" if now.nothing else "nothing was let through")
            return
        if was.combinator or now.combinator:
            self._alternatives(was, now, place)
        elif not self._types(was, now, place):
            return
        self._values(was, now, place)
        old, new = was.keywords, now.keywords
        compare_limits(old, new, place)
        compare_format(old, new, place)
        self._object(old, new, place)
        self._items(old, new, place)
        self._conditions(old, new, place)
        if differ(old.get("default"), new.get("default")) or ("default" in old) != ("default" in new):
            place.report("default-changed", f"{show(old.get('default'))} became {show(new.get('default'))}")
        self._subtypes(was, now, place)
        compare_rest(old, new, place, KNOWN, "schema-changed")

    def _subtypes(self, was: View, now: View, place: Place) -> None:
        """Report values by which subtypes are told apart; alternatives that are listed are compared as such."""
        old, new = (_mapping(view.keywords.get("discriminator")) for view in (was, now))
        if old.get("propertyName") != new.get("propertyName"):
            if not old or not new:
                place.report("schema-changed", f"discriminator: {show(old or None)} became {show(new or None)}")
                return
            place.report("property-renamed", f"`{old.get('propertyName')}` became `{new.get('propertyName')}`")
        before = {value: str(target) for value, target in _mapping(old.get("mapping")).items()}
        after = {value: str(target) for value, target in _mapping(new.get("mapping")).items()}
        renamed = {PREFIX + name: PREFIX + other for name, other in self.renamed.items()}
        # An alternative without a word of its own goes by its name, which may be that of its component only.
        listed = bool(was.combinator and now.combinator)
        for value in sorted({*before, *after}):
            if value not in after and not (listed and before[value] == PREFIX + value):
                place.report("alternative-removed", f"`{value}`: `{before[value].removeprefix(PREFIX)}`")
            elif value not in before and not (listed and after[value] == PREFIX + value):
                place.report("alternative-added", f"`{value}`: `{after[value].removeprefix(PREFIX)}`")
            elif value in before and value in after and renamed.get(before[value], before[value]) != after[value]:
                places = [side[value].removeprefix(PREFIX) for side in (before, after)]
                place.report("schema-changed", f"discriminator: `{value}` was `{places[0]}` and is `{places[1]}`")

    @staticmethod
    def _words(old: Any, new: Any, place: Place) -> None:  # noqa: ANN401
        if isinstance(old, Mapping) and isinstance(new, Mapping):
            compare_words(old, new, place)

    def _beside(self, old: Any, new: Any, place: Place) -> None:  # noqa: ANN401
        """Report what stands beside references to one component."""
        compare_rest(old, new, place, {"$ref", *COMBINATORS}, "schema-changed")
        branches = [[b for word in COMBINATORS for b in node.get(word) or ()] for node in (old, new)]
        for before, after in zip(*map(_by_meaning, branches), strict=False):
            compare_words(before, after, place)
            compare_rest(before, after, place, {"$ref", "type"}, "schema-changed")

    @staticmethod
    def _null(was: View, now: View, place: Place) -> None:
        anything = [
            not (v.stated or v.combinator or v.keywords.get("allOf") or v.keywords.get("not")) for v in (was, now)
        ]
        if was.null != now.null and not any(anything):
            place.report("null-allowed" if now.null else "null-refused", "")

    @staticmethod
    def _types(was: View, now: View, place: Place) -> bool:
        """Report another type; tell whether the rest can be compared."""
        if was.stated != now.stated:
            rule, words = ("type-stated", now) if now.stated else ("type-unstated", was)
            place.report(rule, f"`{_type_words(words)}`")
            return False
        wide_old, wide_new = _with_integers(was.types), _with_integers(now.types)
        if wide_old == wide_new:
            return True
        rule = "type-widened" if wide_old < wide_new else "type-narrowed" if wide_new < wide_old else "type-changed"
        place.report(rule, f"`{_type_words(was)}` became `{_type_words(now)}`")
        return bool(was.types & now.types)

    @staticmethod
    def _values(was: View, now: View, place: Place) -> None:
        """Report values that were or are listed."""
        old, new = {dump(v) for v in was.values or ()}, {dump(v) for v in now.values or ()}
        closed_old, closed_new = (v.values is not None and not v.open for v in (was, now))
        if closed_new and not closed_old:
            place.report("values-limited", f"to {', '.join(f'`{value}`' for value in sorted(new))}")
            return
        if closed_old and not closed_new:
            place.report("values-unlimited", "")
        same_list = bool(was.values_component) and was.values_component == now.values_component
        # A component may be a closed list, and all that holds it let other values through.
        closed = closed_old and closed_new and not (place.operations and place.use is Use.NONE)
        added, removed = (f"{'enum' if closed else 'known'}-value-{word}" for word in ("added", "removed"))
        for value in [] if same_list else sorted(new - old):
            place.report(added, f"`{value}`{_named(now, value)}")
        for value in [] if same_list else sorted(old - new):
            place.report(removed, f"`{value}`{_named(was, value)}")
        for value in [] if same_list else sorted(old & new):
            if was.value_names.get(value) != now.value_names.get(value):
                names = f"`{was.value_names.get(value, '')}` became `{now.value_names.get(value, '')}`"
                place.report("enum-value-renamed", f"`{value}`: {names}")

    def _object(self, old: Node, new: Node, place: Place) -> None:
        was, now = _mapping(old.get("properties")), _mapping(new.get("properties"))
        must_old, must_new = frozenset(old.get("required") or ()), frozenset(new.get("required") or ())
        closed = old.get("additionalProperties") is False
        pairs = pair_properties(was, now, self.renamed)
        for name, other in pairs.items():
            inner = place.deeper(f".{name}", now[other], was[name])
            inner = self._narrow(inner, was[name], now[other])
            if name != other:
                inner.report("property-renamed", f"`{name}` became `{other}`")
            self._required(name in must_old, other in must_new, inner)
            self.compare(was[name], now[other], inner)
        for name in sorted(set(was) - set(pairs)):
            rule = "property-removed-required" if name in must_old else "property-removed"
            rule = "property-removed-closed" if new.get("additionalProperties") is False else rule
            inner = self._narrow(place.deeper(f".{name}", None, was[name]), was[name], None)
            inner.report(rule, self._shape(was[name], self.old))
        for name in sorted(set(now) - set(pairs.values())):
            rule = "property-added-required" if name in must_new else "property-added"
            inner = self._narrow(place.deeper(f".{name}", now[name]), None, now[name])
            inner.report(rule, self._shape(now[name], self.new))
            if closed:
                inner.report("property-added-closed", "")
        for name in sorted((must_old | must_new) - set(was) - set(now)):
            self._required(name in must_old, name in must_new, place.deeper(f".{name}"))
        self._additional(old, new, place)

    def _narrow(self, place: Place, old: Any, new: Any) -> Place:  # noqa: ANN401 - schemas, or None.
        """Return the place of a member: one that is only read doesn't concern callers, one only written no readers."""
        use = place.use
        for flag, way in FLAGS.items():
            sides = [(node, doc) for node, doc in ((old, self.old), (new, self.new)) if node is not None]
            if all(has_flag(document, node, flag) for node, document in sides):
                use &= ~way
        return place if use == place.use else replace(place, use=use)

    def _additional(self, old: Node, new: Node, place: Place) -> None:
        was, now = old.get("additionalProperties", True), new.get("additionalProperties", True)
        if (was is False) != (now is False):
            place.report("properties-closed" if now is False else "properties-opened", "")
        elif was is not False and differ(was, now):
            self.compare(was, now, place.deeper(".*"))

    @staticmethod
    def _required(was: bool, now: bool, place: Place) -> None:  # noqa: FBT001 - before and after.
        if was != now:
            place.report("property-became-required" if now else "property-became-optional", "")

    def _items(self, old: Node, new: Node, place: Place) -> None:
        if "items" in old or "items" in new:
            self.compare(old.get("items", {}), new.get("items", {}), place.deeper("[]"))

    def _conditions(self, old: Node, new: Node, place: Place) -> None:
        """Report parts of `allOf` that came, went or changed."""
        gone, come = _unmatched(old.get("allOf") or [], new.get("allOf") or [])
        for index in range(max(len(gone), len(come))):
            if index >= len(come):
                place.report("condition-removed", show(gone[index]))
            elif index >= len(gone):
                place.report("condition-added", show(come[index]))
            elif "if" in gone[index] or "if" in come[index]:
                place.report("condition-changed", f"{show(gone[index])} became {show(come[index])}")
            else:
                self.compare(gone[index], come[index], place)

    def _alternatives(self, was: View, now: View, place: Place) -> None:
        """Report alternatives that came, went or changed."""
        old = list(was.branches) if was.combinator else [_as_branch(was)]
        new = list(now.branches) if now.combinator else [_as_branch(now)]
        gone, come = _unmatched(old, new)
        if "oneOf" in {was.combinator, now.combinator} and (gone or come) and len(old) + len(new) > 2:  # noqa: PLR2004
            place.report("alternatives-changed", "")
        if was.combinator != now.combinator and not gone and not come:
            place.report("alternatives-changed", f"{was.combinator or 'one'} became {now.combinator or 'one'}")
        while gone and come:
            index = next((i for i, node in enumerate(come) if self._alike(gone[0], node)), None)
            if index is None:
                place.report("alternative-removed", self._shape(gone.pop(0), self.old))
            else:
                self.compare(gone.pop(0), come.pop(index), place)
        for node in gone:
            place.report("alternative-removed", self._shape(node, self.old))
        for node in come:
            place.report("alternative-added", self._shape(node, self.new))

    def _alike(self, old: Any, new: Any) -> bool:  # noqa: ANN401
        """Tell whether two alternatives are one that changed: the same component, or the same type."""
        was, now = view_schema(old, self.old), view_schema(new, self.new)
        if was.name or now.name:
            return self.renamed.get(was.name, was.name) == now.name
        return was.types == now.types

    @staticmethod
    def _shape(schema: Any, document: Node) -> str:  # noqa: ANN401
        """Return a schema's type in words."""
        view = view_schema(schema, document)
        if view.name:
            return f"`{view.name}`"
        node, _ = resolve(schema, document)
        if "array" in view.types and isinstance(node, Mapping):
            inner = view_schema(node.get("items", {}), document)
            return f"`{inner.name or _type_words(inner)}[]`"
        return f"`{_type_words(view)}`"


def _by_meaning(branches: list[Any]) -> list[Node]:
    """Return alternatives in an order of what they are, whatever stands beside that."""
    listed = [branch for branch in branches if isinstance(branch, Mapping) and branch.get("type") != "null"]
    return sorted(listed, key=lambda branch: dump([branch.get("$ref"), branch.get("type")]))


def _with_integers(types: frozenset[str]) -> frozenset[str]:
    return types | {"integer"} if "number" in types else types


def _type_words(view: View) -> str:
    return " | ".join(sorted(view.types)) or "any"


def _named(view: View, value: str) -> str:
    return f" ({view.value_names[value]})" if value in view.value_names else ""


def _mapping(node: Any) -> Node:  # noqa: ANN401
    return node if isinstance(node, Mapping) else {}


def _as_branch(view: View) -> Any:  # noqa: ANN401
    if view.name:
        return {"$ref": f"#/components/schemas/{view.name}"}
    node = {key: value for key, value in view.keywords.items() if key not in WORDS}
    if view.types:
        node["type"] = sorted(view.types) if len(view.types) > 1 else next(iter(view.types))
    return {**node, "enum": list(view.values)} if view.values is not None else node


def _unmatched(old: list[Any], new: list[Any]) -> tuple[list[Any], list[Any]]:
    """Return what is in one list only, each in its order."""
    come = list(new)
    gone: list[Any] = []
    for node in old:
        index = next((i for i, other in enumerate(come) if not differ(node, other)), None)
        if index is None:
            gone.append(node)
        else:
            come.pop(index)
    return gone, come
