"""Two operations → changes: parameters, bodies, answers, credentials."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from docpact.diff.findings import Node, Place, compare_rest, compare_words, differ, dump, show
from docpact.diff.renames import match, shape, similarity
from docpact.diff.schemas import SchemaComparer
from docpact.diff.types import Use
from docpact.diff.usage import read_callbacks
from docpact.diff.views import resolve

KNOWN = {"operationId", "tags", "parameters", "requestBody", "responses", "security", "callbacks"}
KNOWN_PARAMETER = {"name", "in", "required", "schema", "content"}
Parameters = Mapping[tuple[str, str], Node]


@dataclass(slots=True, kw_only=True)
class OperationComparer:
    """Compares operations of two documents. For webhooks `sent` and `answered` change places: the API calls there."""

    schemas: SchemaComparer
    schemes: Mapping[str, str] = field(default_factory=dict)
    """Security scheme of the old document → its name in the new, where that is another."""
    sent: Use = Use.SENT
    answered: Use = Use.ANSWERED

    def compare(self, old: Node, new: Node, place: Place, path_names: Mapping[str, str]) -> None:
        """Report what differs; `path_names` are those of the old path → those of the new."""
        compare_words(old, new, place)
        if old.get("operationId") != new.get("operationId"):
            place.report(
                "operation-id-changed", f"{show(old.get('operationId'))} became {show(new.get('operationId'))}"
            )
        if differ(sorted(old.get("tags") or []), sorted(new.get("tags") or [])):
            place.report("operation-tag-changed", f"{show(old.get('tags'))} became {show(new.get('tags'))}")
        self._parameters(old, new, replace(place, use=self.sent), path_names)
        self._body(old, new, replace(place, use=self.sent))
        self._responses(old, new, replace(place, use=self.answered))
        before, after = (_requirements(n, d) for n, d in ((old, self.schemas.old), (new, self.schemas.new)))
        compare_security(_rename_schemes(before, self.schemes), after, place)
        self._callbacks(old, new, place)
        compare_rest(old, new, place, KNOWN, "operation-changed")

    def _callbacks(self, old: Node, new: Node, place: Place) -> None:
        """Compare what the API calls back: there it sends, and whoever subscribed answers."""
        was, now = read_callbacks(old, self.schemas.old), read_callbacks(new, self.schemas.new)
        turned = OperationComparer(schemas=self.schemas, schemes=self.schemes, sent=self.answered, answered=self.sent)
        for key in sorted({*was, *now}):
            inner = place.deeper(f": callback {key[0]}", now.get(key), was.get(key))
            if key not in was or key not in now:
                inner.report(f"webhook-{'added' if key in now else 'removed'}", f"`{key[1]} {key[2]}`")
            else:
                turned.compare(was[key], now[key], inner, {})

    def _parameters(self, old: Node, new: Node, place: Place, path_names: Mapping[str, str]) -> None:
        was, now = _read_parameters(old, self.schemas.old), _read_parameters(new, self.schemas.new)
        pairs = {key: key for key in was if key in now}
        pairs |= {
            (("path", a)): ("path", b) for a, b in path_names.items() if ("path", a) in was and ("path", b) in now
        }
        pairs |= _pair_parameters(was, now, pairs)
        for key, other in pairs.items():
            inner = place.deeper(f": {other[0]} parameter `{other[1]}`", now[other], was[key])
            if key[0] != other[0]:
                inner.report("parameter-moved", f"from {key[0]} to {other[0]}")
            elif key[1] != other[1]:
                rule = "path-parameter-renamed" if key[0] == "path" else "parameter-renamed"
                inner.report(rule, f"`{key[1]}` became `{other[1]}`")
            self._parameter(was[key], now[other], inner)
        for key in sorted(set(was) - set(pairs)):
            inner = place.deeper(f": {key[0]} parameter `{key[1]}`", None, was[key])
            inner.report("parameter-removed", "")
        for key in sorted(set(now) - set(pairs.values())):
            rule = "parameter-added-required" if now[key].get("required") else "parameter-added"
            place.deeper(f": {key[0]} parameter `{key[1]}`", now[key]).report(rule, "")

    def _parameter(self, old: Node, new: Node, place: Place) -> None:
        compare_words(old, new, place)
        if bool(old.get("required")) != bool(new.get("required")):
            place.report(f"parameter-became-{'required' if new.get('required') else 'optional'}", "")
        self.schemas.compare(old.get("schema", {}), new.get("schema", {}), place)
        if differ(old.get("content"), new.get("content")):
            place.report("parameter-changed", "its content")
        compare_rest(old, new, place, KNOWN_PARAMETER, "parameter-changed")

    def _body(self, old: Node, new: Node, place: Place) -> None:
        was, _ = resolve(old.get("requestBody"), self.schemas.old)
        now, _ = resolve(new.get("requestBody"), self.schemas.new)
        place = place.deeper(": request body", now, was)
        if was is None or now is None:
            if was is not None:
                place.report("body-removed", "")
            elif now is not None:
                place.report("body-added-required" if now.get("required") else "body-added", "")
            return
        compare_words(was, now, place)
        if bool(was.get("required")) != bool(now.get("required")):
            place.report(f"body-became-{'required' if now.get('required') else 'optional'}", "")
        self._content(was, now, place, "request")
        compare_rest(was, now, place, {"required", "content"}, "operation-changed")

    def _responses(self, old: Node, new: Node, place: Place) -> None:
        was, now = old.get("responses") or {}, new.get("responses") or {}
        for status in sorted({*was, *now}, key=str):
            before, _ = resolve(was.get(status), self.schemas.old)
            after, _ = resolve(now.get(status), self.schemas.new)
            inner = place.deeper(f": answer {status}", after, before)
            if before is None or after is None:
                kind = "error-status" if str(status)[0] not in "123" else "status"
                words = after if before is None else before
                rule = f"{kind}-{'added' if before is None else 'removed'}"
                inner.report(rule, str((words or {}).get("description", "")).partition("\n")[0][:80] or "no words")
            # One that both refer to is compared once, with the components.
            elif not (isinstance(was[status], Mapping) and "$ref" in was[status] and was[status] == now[status]):
                self.compare_response(before, after, inner)

    def compare_response(self, old: Node, new: Node, place: Place) -> None:
        """Report what differs between two answers."""
        compare_words(old, new, place)
        was, now = bool(old.get("content")), bool(new.get("content"))
        if was != now:
            place.report(f"answer-body-{'added' if now else 'removed'}", "")
        else:
            self._content(old, new, place, "answer")
        self._headers(old.get("headers") or {}, new.get("headers") or {}, place)
        links = [node.get("links") or {} for node in (old, new)]
        for name in sorted({*links[0], *links[1]}):
            if differ(links[0].get(name), links[1].get(name)):
                verb = "came" if name not in links[0] else "is gone" if name not in links[1] else "is another"
                place.report("link-changed", f"`{name}` {verb}")
        compare_rest(old, new, place, {"content", "headers", "links"}, "answer-changed")

    def _content(self, old: Node, new: Node, place: Place, kind: str) -> None:
        was, now = old.get("content") or {}, new.get("content") or {}
        for media in sorted({*was, *now}):
            if media not in was or media not in now:
                place.report(f"{kind}-media-type-{'added' if media in now else 'removed'}", f"`{media}`")
                continue
            inner = place.deeper("")
            compare_words(was[media], now[media], inner)
            schemas = was[media].get("schema", {}), now[media].get("schema", {})
            self.schemas.compare(*schemas, replace(inner, subject=f"{inner.subject}:"))
            compare_rest(was[media], now[media], inner, {"schema"}, "operation-changed")

    def _headers(self, was: Node, now: Node, place: Place) -> None:
        names = {name.lower(): name for name in (*was, *now)}
        before = {name.lower(): resolve(node, self.schemas.old)[0] for name, node in was.items()}
        after = {name.lower(): resolve(node, self.schemas.new)[0] for name, node in now.items()}
        for name in sorted(names):
            inner = place.deeper(f": header {names[name]}", after.get(name), before.get(name))
            if name not in before:
                inner.report("header-added", "")
            elif name not in after:
                rule = "header-removed-required" if before[name].get("required") else "header-removed"
                inner.report(rule, "")
            else:
                was_required, is_required = (bool(node.get("required")) for node in (before[name], after[name]))
                if was_required != is_required:
                    inner.report(f"header-became-{'required' if is_required else 'optional'}", "")
                compare_words(before[name], after[name], inner)
                self.schemas.compare(before[name].get("schema", {}), after[name].get("schema", {}), inner)
                compare_rest(before[name], after[name], inner, {"schema", "required"}, "answer-changed")


def compare_security(was: Sequence[Node], now: Sequence[Node], place: Place) -> None:
    """Report credentials that aren't enough any more, and others that are."""
    lost = [entry for entry in was if not any(_within(other, entry) for other in now)]
    gained = [entry for entry in now if not any(_within(other, entry) for other in was)]
    if lost:
        place.report("security-tightened", f"not enough any more: {', '.join(map(_show_requirement, lost))}")
    if gained:
        place.report("security-relaxed", f"enough now: {', '.join(map(_show_requirement, gained))}")
    if not lost and not gained and sorted(map(dump, was)) != sorted(map(dump, now)):
        place.report("security-relaxed", "written otherwise, with the same meaning")


def _within(requirement: Node, credentials: Node) -> bool:
    """Tell whether credentials meet a requirement: every scheme of it, with at least its scopes."""
    return all(name in credentials and set(scopes) <= set(credentials[name]) for name, scopes in requirement.items())


def _show_requirement(requirement: Node) -> str:
    parts = (f"{name} [{', '.join(scopes)}]" if scopes else name for name, scopes in requirement.items())
    return f"`{' + '.join(parts) or 'none'}`"


def _requirements(operation: Node, document: Node) -> Sequence[Node]:
    written = operation.get("security", document.get("security"))
    # No list and an empty one mean the same: no credentials.
    return written or [{}]


def _rename_schemes(requirements: Sequence[Node], names: Mapping[str, str]) -> Sequence[Node]:
    return [{names.get(name, name): scopes for name, scopes in entry.items()} for entry in requirements]


def _read_parameters(operation: Node, document: Node) -> dict[tuple[str, str], Node]:
    found: dict[tuple[str, str], Node] = {}
    for written in operation.get("parameters") or []:
        parameter, _ = resolve(written, document)
        name = str(parameter.get("name"))
        # Headers have no case.
        found[str(parameter.get("in")), name.lower() if parameter.get("in") == "header" else name] = parameter
    return found


def _pair_parameters(
    was: Parameters, now: Parameters, pairs: Mapping[tuple[str, str], Any]
) -> dict[tuple[str, str], tuple[str, str]]:
    """Return those that moved to another place, and those that have another name."""
    gone = [key for key in was if key not in pairs]
    come = [key for key in now if key not in set(pairs.values())]
    found = {key: other for key in gone for other in come if key[1] == other[1]}
    candidates: list[tuple[str, str]] = []
    for key in gone:
        for other in come:
            if key not in found and other not in found.values() and key[0] == other[0] != "path":
                same = shape(was[key].get("schema"), {}) == shape(now[other].get("schema"), {})
                candidates += [("\0".join(key), "\0".join(other))] if same else []

    def alike(first: str, second: str) -> float:
        one, two = was[_split(first)], now[_split(second)]
        words = one.get("description")
        return 1.0 if words and words == two.get("description") else similarity(one["name"], two["name"])

    return found | {_split(first): _split(second) for first, second in match(candidates, alike).items()}


def _split(text: str) -> tuple[str, str]:
    location, _, name = text.partition("\0")
    return location, name
