"""The documentation against the description that an implementation gives of itself: what either states alone.

Neither is older, newer or right: a program is written by the one, and answered by the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from docpact.conform.schemas import SchemaMatcher, Spot
from docpact.conform.types import KINDS, Disagreement
from docpact.diff.base_paths import align_base_paths
from docpact.diff.canonical import canonicalise
from docpact.diff.findings import Node, read_origin
from docpact.diff.usage import read_operations
from docpact.document import Direction, covers, resolve

PLACEHOLDER = re.compile(r"\{[^{}]*\}")
ORDER = {kind: number for number, kind in enumerate(KINDS)}
Key = tuple[str, str]


def compare_implementation(documented: Node, implemented: Node) -> tuple[Disagreement, ...]:
    """Return what the documentation and the implementation's description state differently.

    Takes mappings as `docpact.document` normalises them. What one of them leaves open (no schema, no type) is no
    disagreement. The order is that of `KINDS`, then of the documentation's places.
    """
    was, now = align_base_paths(canonicalise(documented), canonicalise(implemented))
    comparison = _Comparison(documented=was, implemented=now)
    comparison.run()
    return _merge(comparison.found)


def _merge(found: Iterable[Disagreement]) -> tuple[Disagreement, ...]:
    """Return each once, with all operations that it was seen in."""
    operations: dict[str, dict[str, None]] = {}
    first: dict[str, Disagreement] = {}
    for one in found:
        first.setdefault(one.key, one)
        operations.setdefault(one.key, {}).update(dict.fromkeys(one.operations))
    merged = [replace(one, operations=tuple(operations[key])) for key, one in first.items()]
    return tuple(sorted(merged, key=lambda one: (ORDER[one.kind], one.subject, one.key)))


@dataclass(slots=True, kw_only=True)
class _Comparison:
    documented: Node
    implemented: Node
    found: list[Disagreement] = field(default_factory=list)
    schemas: SchemaMatcher = field(init=False)

    def run(self) -> None:
        self.schemas = SchemaMatcher(documented=self.documented, implemented=self.implemented)
        was, now = read_operations(self.documented), read_operations(self.implemented)
        pairs = _pair(was, now)
        for key, other in pairs.items():
            spot = self._spot(key, was[key])
            if _template(key[1]) != _template(other[1]):
                spot.find("path", key[1], other[1])
            self._operation(was[key], now[other], spot)
        for key in was.keys() - pairs.keys():
            self._spot(key, was[key]).find("operation", "is there", "")
        for other in now.keys() - set(pairs.values()):
            self._spot(other, {}).find("operation", "", "is there")

    def _spot(self, key: Key, node: Node) -> Spot:
        name, origin = " ".join(key), read_origin(node)
        return Spot(
            subject=name, operation=name, record=self.found.append, direction=Direction.REQUEST, origin=origin
        )  # fmt: skip

    def _operation(self, one: Node, two: Node, spot: Spot) -> None:
        self._parameters(one, two, spot)
        self._body(one, two, spot)
        self._responses(one, two, replace(spot, direction=Direction.RESPONSE))
        texts = [_credentials(node, document) for node, document in ((one, self.documented), (two, self.implemented))]
        if texts[0] != texts[1]:
            spot.find("credentials", *texts)

    def _parameters(self, one: Node, two: Node, spot: Spot) -> None:
        was, now = _parameters(one, self.documented), _parameters(two, self.implemented)
        for key in [*was, *(key for key in now if key not in was)]:
            if key[0] == "path":
                # Which placeholder is which goes by their place; their names are not sent.
                continue
            step = f": {key[0]} parameter `{key[1]}`"
            inner = spot.deeper(step, was.get(key))
            if key not in was or key not in now:
                inner.find("parameter", *("is there" if key in side else "" for side in (was, now)))
                continue
            needed = [bool(side[key].get("required")) for side in (was, now)]
            if needed[0] != needed[1]:
                inner.find("parameter-required", *("required" if must else "optional" for must in needed))
            stated, other = (side[key].get("schema", {}) for side in (was, now))
            self.schemas.match(stated, other, replace(inner, has_null=False))

    def _body(self, one: Node, two: Node, spot: Spot) -> None:
        was, now = (resolve(doc, node.get("requestBody") or {}) for node, doc in self._sides(one, two))
        inner = spot.deeper(": request body", was)
        if not was or not now:
            if was or now:
                inner.find("body", *("is there" if side else "" for side in (was, now)))
            return
        needed = [bool(side.get("required")) for side in (was, now)]
        if needed[0] != needed[1]:
            inner.find("body-required", *("required" if must else "optional" for must in needed))
        self._content(was, now, inner)

    def _responses(self, one: Node, two: Node, spot: Spot) -> None:
        was, now = (
            {status: resolve(doc, response) for status, response in (node.get("responses") or {}).items()}
            for node, doc in self._sides(one, two)
        )
        for status in sorted({*was, *now}):
            inner = spot.deeper(f": response {status}", was.get(status))
            if status not in was or status not in now:
                other = now if status in was else was
                if not _has_range(other, status):
                    inner.find("status", *("is there" if status in side else "" for side in (was, now)))
                continue
            bodies = [bool(side[status].get("content")) for side in (was, now)]
            if bodies[0] != bodies[1]:
                inner.find("response-body", *("has a body" if body else "has none" for body in bodies))
            else:
                self._content(was[status], now[status], inner)

    def _content(self, one: Node, two: Node, spot: Spot) -> None:
        was, now = one.get("content") or {}, two.get("content") or {}
        pairs = {kind: next((o for o in now if covers(kind, o) or covers(o, kind)), None) for kind in was}
        for kind, other in pairs.items():
            if other is None:
                spot.find("media-type", kind, "")
            else:
                self.schemas.match(was[kind].get("schema", {}), now[other].get("schema", {}), spot.deeper(":"))
        for other in now:
            if other not in pairs.values():
                spot.find("media-type", "", other)

    def _sides(self, one: Node, two: Node) -> tuple[tuple[Node, Node], tuple[Node, Node]]:
        return (one, self.documented), (two, self.implemented)


def _pair(was: Mapping[Key, Node], now: Mapping[Key, Node]) -> dict[Key, Key]:
    """Return documented → implemented key of the same operations: by template, then without case and last slash."""
    pairs: dict[Key, Key] = {}
    for describe in (_template, lambda path: _template(path).lower().rstrip("/")):
        left = {(key[0], describe(key[1])): key for key in now if key not in pairs.values()}
        for key in was:
            other = left.get((key[0], describe(key[1])))
            if key not in pairs and other is not None and other not in pairs.values():
                pairs[key] = other
    return pairs


def _template(path: str) -> str:
    return PLACEHOLDER.sub("{}", path)


def _parameters(operation: Node, document: Node) -> dict[tuple[str, str], Node]:
    found = {}
    for listed in operation.get("parameters") or ():
        parameter = resolve(document, listed)
        location, name = str(parameter.get("in")), str(parameter.get("name"))
        found[location, name.lower() if location == "header" else name] = parameter
    return found


def _has_range(responses: Mapping[str, Any], status: str) -> bool:
    """Tell whether a class of statuses, or what is said of all others, covers one."""
    return f"{status[0]}XX" in responses or "default" in responses


def _credentials(operation: Node, document: Node) -> str:
    """Return the alternatives in words, by what is sent: schemes have names of the document's own."""
    listed = operation.get("security", document.get("security")) or []
    schemes = (document.get("components") or {}).get("securitySchemes") or {}
    alternatives = {
        " and ".join(sorted(_scheme(resolve(document, schemes.get(name) or {})) for name in one)) for one in listed
    }
    return " or ".join(sorted(text or "none" for text in alternatives)) or "none"


def _scheme(scheme: Node) -> str:
    kind = str(scheme.get("type"))
    if kind == "apiKey":
        name = str(scheme.get("name"))
        return f"{scheme.get('in')} {name.lower() if scheme.get('in') == 'header' else name}"
    if kind in {"oauth2", "openIdConnect"} or str(scheme.get("scheme")).lower() == "bearer":
        return "bearer token"
    return str(scheme.get("scheme") or kind).lower()
