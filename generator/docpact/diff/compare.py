"""Two documents → every change, classified."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from docpact.diagnostics import Origin
from docpact.diff.base_paths import align_base_paths
from docpact.diff.canonical import canonicalise
from docpact.diff.findings import (
    SOURCE,
    WORDS,
    Node,
    Place,
    Record,
    compare_rest,
    compare_words,
    differ,
    dump,
    read_origin,
    show,
)
from docpact.diff.operations import OperationComparer
from docpact.diff.renames import match, pair_components, similarity
from docpact.diff.rules import RULES
from docpact.diff.schemas import SchemaComparer
from docpact.diff.types import Change, Use
from docpact.diff.usage import METHODS, Usage, read_operations, read_usage
from docpact.diff.views import resolve

KNOWN = {"info", "servers", "paths", "webhooks", "components", "tags"}
KNOWN_COMPONENTS = {
    "schemas", "securitySchemes", "responses", "parameters", "requestBodies", "headers", "examples", "links",
    "pathItems", "callbacks",
}  # fmt: skip
"""Compared here, or where they are used."""
PARAMETER = re.compile(r"\{([^{}]*)\}")
RULE_ORDER = {rule: number for number, rule in enumerate(RULES)}
EVERYBODY = Use.SENT | Use.ANSWERED
Key = tuple[str, str]


def compare_documents(old: Node, new: Node) -> tuple[Change, ...]:
    """Return what changed, the worst first, then as the rules stand; empty for documents that say the same.

    Where a page moved is no change, nor is the order of members, parameters and values, nor which of several ways to
    say the same was chosen. Takes mappings as `docpact.document` normalises them.
    """
    found: list[Change] = []
    was, now = align_base_paths(canonicalise(old), canonicalise(new))
    _Comparison(old=was, new=now, record=found.append).run()
    return tuple(sorted(dict.fromkeys(found), key=_order))


def _order(change: Change) -> tuple[Any, ...]:
    origin = change.origin or Origin("", 0)
    # An operation that is gone is read before a member that is.
    whom = -change.callers.rank, -change.readers.rank
    return (-change.impact.rank, RULE_ORDER[change.rule], *whom, change.holder, change.subject, change.message, origin)


@dataclass(slots=True, kw_only=True)
class _Comparison:
    old: Node
    new: Node
    record: Record

    def run(self) -> None:
        was, now = _components(self.old, "schemas"), _components(self.new, "schemas")
        renamed = pair_components(was, now)
        schemas = SchemaComparer(old=self.old, new=self.new, renamed=renamed)
        self._operations(schemas)
        self._webhooks(schemas)
        self._schemas(was, now, schemas)
        self._responses(schemas)
        self._security_schemes()
        self._servers()
        self._info()

    def _place(self, subject: str, use: Use, new: Any = None, old: Any = None) -> Place:  # noqa: ANN401
        origin = read_origin(new) or read_origin(old)
        return Place(subject=subject, holder=subject, use=use, record=self.record, origin=origin)

    def _operations(self, schemas: SchemaComparer) -> None:
        was, now = read_operations(self.old), read_operations(self.new)
        pairs = pair_operations(was, now)
        comparer = OperationComparer(schemas=schemas, schemes=self._renamed_schemes())
        for key, other in pairs.items():
            place = self._place(" ".join(other), EVERYBODY, now[other], was[key])
            if key[0] != other[0] or template(key[1]) != template(other[1]):
                place.report("operation-moved", f"`{' '.join(key)}` became `{' '.join(other)}`")
            comparer.compare(was[key], now[other], place, _path_names(key[1], other[1]))
        for key in sorted(set(was) - set(pairs)):
            self._place(" ".join(key), EVERYBODY, None, was[key]).report(
                "operation-removed", _title(was[key]), gone=True
            )
        for key in sorted(set(now) - set(pairs.values())):
            self._place(" ".join(key), EVERYBODY, now[key]).report("operation-added", _title(now[key]))
        self._path_items("paths", "")
        self._path_items("webhooks", "webhook ")

    def _path_items(self, kind: str, words: str) -> None:
        """Report what stands at a path or event beside its operations."""
        was, now = self.old.get(kind) or {}, self.new.get(kind) or {}
        for path in sorted(set(was) & set(now)):
            place = self._place(f"{words}{path}", EVERYBODY, now[path], was[path])
            compare_words(was[path], now[path], place)
            compare_rest(
                was[path],
                now[path],
                place,
                {*METHODS, "additionalOperations", "parameters", "$ref"},
                "document-changed",
            )

    def _webhooks(self, schemas: SchemaComparer) -> None:
        was, now = _webhooks(self.old), _webhooks(self.new)
        pages = {str(read_origin(node)).rpartition(":")[0]: key for key, node in now.items() if read_origin(node)}
        pairs = {key: key for key in was if key in now}
        for key in sorted(set(was) - set(now)):
            other = pages.get(str(read_origin(was[key])).rpartition(":")[0])
            if other is not None and other not in was:
                pairs[key] = other
        comparer = OperationComparer(
            schemas=schemas, schemes=self._renamed_schemes(), sent=Use.ANSWERED, answered=Use.SENT
        )
        for key, other in pairs.items():
            place = self._place(f"webhook {other[0]}", EVERYBODY, now[other], was[key])
            if key != other:
                place.report("webhook-renamed", f"`{key[0]}` became `{other[0]}`")
            comparer.compare(was[key], now[other], place, {})
        for key in sorted(set(was) - set(pairs)):
            place = self._place(f"webhook {key[0]}", EVERYBODY, None, was[key])
            place.report("webhook-removed", _title(was[key]), gone=True)
        for key in sorted(set(now) - set(pairs.values())):
            self._place(f"webhook {key[0]}", EVERYBODY, now[key]).report("webhook-added", _title(now[key]))

    def _schemas(self, was: Node, now: Node, schemas: SchemaComparer) -> None:
        used, used_after = read_usage(self.old), read_usage(self.new)
        pairs = {name: name for name in was if name in now} | dict(schemas.renamed)
        for name, other in pairs.items():
            usage = used.get(name, Usage())
            place = self._component(other, usage, was[name], now[other])
            if name != other:
                place.report("component-renamed", f"`{name}` became `{other}`")
            schemas.compare(was[name], now[other], place)
        for name in sorted(set(was) - set(pairs)):
            place = self._component(name, used.get(name, Usage()), was[name], None)
            place.report("component-removed", f"`{name}`", gone=True)
        for name in sorted(set(now) - set(pairs.values())):
            place = self._component(name, used_after.get(name, Usage()), None, now[name])
            place.report("component-added", f"`{name}`")

    def _component(self, name: str, usage: Usage, old: Any, new: Any) -> Place:  # noqa: ANN401
        place = self._place(name, usage.use, new, old)
        if place.origin is None and usage.operations:
            # A component that no page describes was made for an operation's answer.
            place = replace(place, origin=self._find_origin(usage.operations[0]))
        return replace(place, operations=tuple(usage.operations))

    def _find_origin(self, title: str) -> Origin | None:
        for document in (self.new, self.old):
            method, _, path = title.partition(" ")
            item = document.get("webhooks" if method == "webhook" else "paths", {}).get(path)
            if isinstance(item, Mapping):
                found = read_origin(item.get("post" if method == "webhook" else method.lower()))
                if found:
                    return found
        return None

    def _responses(self, schemas: SchemaComparer) -> None:
        """Compare answers that operations share."""
        was, now = _components(self.old, "responses"), _components(self.new, "responses")
        comparer = OperationComparer(schemas=schemas)
        for name in sorted(set(was) & set(now)):
            place = self._place(f"shared answer {name}", Use.ANSWERED, now[name], was[name])
            old, new = resolve(was[name], self.old)[0], resolve(now[name], self.new)[0]
            comparer.compare_response(old, new, place)
        for name in sorted(set(was) ^ set(now)):
            rule = f"component-{'added' if name in now else 'removed'}"
            # Who refers to it says what that means; by itself it means nothing.
            self._place(f"shared answer {name}", Use.NONE).report(rule, f"`{name}`")
        place = self._place("components", EVERYBODY)
        compare_words(self.old.get("components") or {}, self.new.get("components") or {}, place)
        compare_rest(
            self.old.get("components") or {}, self.new.get("components") or {}, place, KNOWN_COMPONENTS,
            "document-changed",
        )  # fmt: skip

    def _renamed_schemes(self) -> dict[str, str]:
        """Return the name of each security scheme that has another now: what it asks for is the same."""
        was, now = _components(self.old, "securitySchemes"), _components(self.new, "securitySchemes")
        come = {_meaning(scheme): name for name, scheme in now.items() if name not in was}
        gone = {_meaning(scheme): name for name, scheme in was.items() if name not in now}
        return {gone[meaning]: come[meaning] for meaning in gone if meaning in come}

    def _security_schemes(self) -> None:
        was, now = _components(self.old, "securitySchemes"), _components(self.new, "securitySchemes")
        renamed = self._renamed_schemes()
        for name in sorted({*was, *now} - set(renamed.values())):
            place = self._place(f"credentials {name}", EVERYBODY)
            if name in renamed:
                place.report("security-scheme-renamed", f"`{name}` became `{renamed[name]}`")
                compare_words(was[name], now[renamed[name]], place)
            elif name not in was:
                place.report("security-scheme-added", f"`{now[name].get('type', '')}`")
            elif name not in now:
                place.report("security-scheme-removed", f"`{was[name].get('type', '')}`")
            else:
                compare_words(was[name], now[name], place)
                compare_rest(was[name], now[name], place, (), "security-scheme-changed")

    def _servers(self) -> None:
        was, now = ({s.get("url"): s for s in d.get("servers") or []} for d in (self.old, self.new))
        place = self._place("servers", EVERYBODY)
        for url in sorted({*was, *now}, key=str):
            if url not in now or url not in was:
                place.report(f"server-{'added' if url in now else 'removed'}", f"`{url}`")
            elif differ(was[url], now[url]):
                place.report("server-changed", f"`{url}`")
        order = [url for url in was if url in now], [url for url in now if url in was]
        if order[0] != order[1]:
            place.report("server-changed", "they stand in another order")

    def _info(self) -> None:
        was, now = self.old.get("info") or {}, self.new.get("info") or {}
        place = self._place("info", EVERYBODY)
        if was.get("version") != now.get("version"):
            place.report("api-version-changed", f"{show(was.get('version'))} became {show(now.get('version'))}")
        for key in sorted({*was, *now} - {"version"}):
            if differ(was.get(key), now.get(key)) or (key in was) != (key in now):
                place.report("documentation-changed", f"{key}: {show(was.get(key))} became {show(now.get(key))}")
        tags = [{str(tag.get("name")): tag for tag in d.get("tags") or []} for d in (self.old, self.new)]
        for name in sorted({*tags[0], *tags[1]}):
            if differ(tags[0].get(name), tags[1].get(name)):
                what = "came" if name not in tags[0] else "is gone" if name not in tags[1] else "is described otherwise"
                self._place("tags", EVERYBODY).report("documentation-changed", f"`{name}` {what}")
        place = self._place("document", EVERYBODY)
        compare_words(self.old, self.new, place)
        compare_rest(self.old, self.new, place, {*KNOWN, "security"}, "document-changed")


def _path_names(old: str, new: str) -> dict[str, str]:
    """Return the path parameters of the old path → those of the new; by place where there are as many."""
    was, now = PARAMETER.findall(old), PARAMETER.findall(new)
    return dict(zip(was, now, strict=True)) if len(was) == len(now) else {name: name for name in was if name in now}


def template(path: str) -> str:
    """Return a path with its parameters' names taken out: `/lock/{}/sync`."""
    return PARAMETER.sub("{}", path)


def pair_operations(was: Mapping[Key, Node], now: Mapping[Key, Node]) -> dict[Key, Key]:
    """Return old → new key of the operations that both have, or that have another method, path or parameter name."""
    pairs = {key: key for key in was if key in now}
    steps = (
        lambda key, _: f"{key[0]} {template(key[1])}",
        lambda _, node: str(node.get("operationId") or ""),
        lambda _, node: str(read_origin(node) or "").rpartition(":")[0],
    )
    for describe in steps:
        taken = set(pairs.values())
        there: dict[str, list[Key]] = defaultdict(list)
        for key, node in now.items():
            if key not in taken:
                there[describe(key, node)].append(key)
        for key, node in was.items():
            words = describe(key, node)
            if key not in pairs and words and len(there.get(words, ())) == 1:
                pairs[key] = there.pop(words)[0]
    return pairs | _pair_by_title(was, now, pairs)


def _pair_by_title(was: Mapping[Key, Node], now: Mapping[Key, Node], pairs: Mapping[Key, Key]) -> dict[Key, Key]:
    """Return those of one method and one title whose paths are alike."""
    gone = {" ".join(key): key for key in was if key not in pairs}
    come = {" ".join(key): key for key in now if key not in set(pairs.values())}
    by_title: dict[tuple[str, str], list[str]] = defaultdict(list)
    for text, key in come.items():
        by_title[key[0], str(now[key].get("summary", ""))].append(text)
    candidates = [
        (text, other)
        for text, key in gone.items()
        if was[key].get("summary")
        for other in by_title.get((key[0], str(was[key]["summary"])), ())
    ]
    found = match(candidates, lambda first, second: similarity(gone[first][1], come[second][1]))
    return {gone[first]: come[second] for first, second in found.items()}


def _components(document: Node, kind: str) -> Node:
    return (document.get("components") or {}).get(kind) or {}


def _meaning(scheme: Node) -> str:
    return dump({key: value for key, value in scheme.items() if key not in WORDS and key != SOURCE})


def _webhooks(document: Node) -> dict[Key, Node]:
    items: Iterable[tuple[str, Any]] = (document.get("webhooks") or {}).items()
    return {(name, method): item[method] for name, item in items for method in METHODS if method in item}


def _title(operation: Node) -> str:
    return str(operation.get("summary") or operation.get("operationId") or "without a title")
