"""OpenAPI `links`: which id of a response leads to which operation.

https://spec.openapis.org/oas/v3.1.0#link-object: create → get, update, delete; list → its first member; a command → the
operation that tells how it went.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from docpact.extensions import Envelope

KEY = "id"
PLACEHOLDER = re.compile(r"\{([^}]+)\}")
METHODS = ("get", "put", "patch", "delete", "post")
SUCCESS = re.compile(r"2\d\d")


def with_links(
    paths: Mapping[str, Any], schemas: Mapping[str, Any], envelope: Envelope | None = None
) -> dict[str, Any]:
    """Return the paths with `links` at the successes of operations."""
    targets = _Targets(paths)

    def linked(method: str, path: str, status: str, response: Mapping[str, Any]) -> Mapping[str, Any]:
        if not SUCCESS.fullmatch(status) or "$ref" in response:
            return response
        links = dict(_links(method, path, dict(_ids(response, schemas, envelope)), targets))
        return {**response, "links": dict(sorted(links.items()))} if links else response

    return {
        path: {
            method: {
                key: {status: linked(method, path, status, response) for status, response in value.items()}
                if key == "responses"
                else value
                for key, value in operation.items()
            }
            for method, operation in path_item.items()
        }
        for path, path_item in paths.items()
    }


class _Targets:
    """The paths that want an id, by what leads to them: looking at all for each answer would take their square."""

    def __init__(self, paths: Mapping[str, Any]) -> None:
        self.paths = paths
        self.names = {path: PLACEHOLDER.findall(path) for path in paths}
        self.below: dict[str, list[str]] = defaultdict(list)
        """Path → those that have their last placeholder right after it."""
        self.ending: dict[tuple[str, str], list[str]] = defaultdict(list)
        """(last placeholder, path) → those that end with that placeholder and begin with that path."""
        for path, names in self.names.items():
            before, separator, _ = path.partition(f"/{{{names[-1]}}}") if names else ("", "", "")
            if separator:
                self.below[before].append(path)
            if names and path.endswith("}"):
                for start in _starts(path):
                    self.ending[names[-1], start].append(path)

    def closest(self, name: str, path: str) -> list[str]:
        """Return those that end with that placeholder and have the longest beginning in common with the path."""
        return next((found for start in _starts(path) if (found := self.ending.get((name, start)))), [])


def _starts(path: str) -> Iterator[str]:
    """Yield the path and what it begins with, the longest first."""
    while path:
        yield path
        path = path.rpartition("/")[0]
    yield ""


def _links(method: str, path: str, ids: Mapping[str, str], targets: _Targets) -> Iterator[tuple[str, Any]]:
    known = set(targets.names[path])
    for target, pointer in _pointers(method, path, ids, targets):
        *given, last = targets.names[target]
        if target == path or last in known or not set(given) <= known:
            continue
        # One new id only: what wants another one below it has links from there.
        parameters = {name: f"$request.path.{name}" for name in given} | {last: f"$response.body#{pointer}"}
        for name in METHODS:
            if name in targets.paths[target] and not (name == "post" and method != "post"):
                operation_id = targets.paths[target][name]["operationId"]
                yield operation_id, {"operationId": operation_id, "parameters": parameters}


def _pointers(method: str, path: str, ids: Mapping[str, str], targets: _Targets) -> Iterator[tuple[str, str]]:
    """Yield the paths that an answer may have the id for, with the JSON pointer to it."""
    # A command's own id is the id of one thing only, wherever the operation that wants it is.
    for name, pointer in ids.items() if method == "post" else ():
        if name != KEY:
            yield from ((target, pointer) for target in targets.closest(name, path))
    for target in targets.below.get(path, ()) if method in {"get", "post"} else ():
        if pointer := ids.get(targets.names[target][-1]) or ids.get(KEY, ""):
            yield target, pointer


def _ids(
    response: Mapping[str, Any], schemas: Mapping[str, Any], envelope: Envelope | None
) -> Iterator[tuple[str, str]]:
    """Yield the properties that are ids, with their pointers: of the payload, or of its only list's first."""
    media: Mapping[str, Any] = next(
        (media for kind, media in response.get("content", {}).items() if "json" in kind), {}
    )
    schema, pointer = _resolve(media.get("schema", {}), schemas), ""
    members = _members(schema, schemas)
    if envelope is not None and envelope.wraps(members):
        schema, pointer = _resolve(members.get(envelope.payload, {}), schemas), f"/{envelope.payload}"
        members = _members(schema, schemas)
    lists = [("", schema)] if "items" in schema else []
    if not lists and KEY not in members:
        inside = [(f"/{name}", _resolve(part, schemas)) for name, part in members.items()]
        lists = [(name, part) for name, part in inside if "items" in part]
    if len(lists) == 1:
        name, listed = lists[0]
        pointer, members = f"{pointer}{name}/0", _members(_resolve(listed["items"], schemas), schemas)
    for name in members:
        if name == KEY or name.endswith("Id"):
            yield name, f"{pointer}/{name}"


def _members(schema: Mapping[str, Any], schemas: Mapping[str, Any]) -> dict[str, Any]:
    found = dict(schema.get("properties", {}))
    for keyword in ("allOf", "anyOf", "oneOf"):
        for part in schema.get(keyword, ()):
            found |= _members(_resolve(part, schemas), schemas)
    return found


def _resolve(schema: Mapping[str, Any], schemas: Mapping[str, Any]) -> Mapping[str, Any]:
    name = str(schema.get("$ref", "")).removeprefix("#/components/schemas/")
    return schemas.get(name, {}) if name else schema
