"""OpenAPI `links`: which id of an answer leads to which operation.

https://spec.openapis.org/oas/v3.1.0#link-object: create → get, update, delete; list → its first member; a command → the
operation that tells how it went.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

KEY = "id"
AROUND = frozenset({"success", "errorMessages", "statusCode"})
PLACEHOLDER = re.compile(r"\{([^}]+)\}")
METHODS = ("get", "put", "patch", "delete", "post")
SUCCESS = re.compile(r"2\d\d")


def add_links(paths: Mapping[str, Any], schemas: Mapping[str, Any]) -> None:
    """Add `links` to the successes of operations, in place: the document is being made."""
    for path, path_item in paths.items():
        for method, operation in path_item.items():
            for status, response in operation.get("responses", {}).items():
                if SUCCESS.fullmatch(status) and "$ref" not in response:
                    links = dict(_links(method, path, response, paths, schemas))
                    if links:
                        response["links"] = dict(sorted(links.items()))


def _links(
    method: str, path: str, response: Mapping[str, Any], paths: Mapping[str, Any], schemas: Mapping[str, Any]
) -> Iterator[tuple[str, Any]]:
    ids = dict(_ids(response, schemas))
    for target, target_item in paths.items():
        names = PLACEHOLDER.findall(target)
        if not names or target == path:
            continue
        *given, last = names
        if not set(given) <= set(PLACEHOLDER.findall(path)):
            continue
        pointer = _pointer(method, path, target, last, ids)
        if not pointer:
            continue
        # One new id only: what wants another one below it has links from there.
        parameters = {name: f"$request.path.{name}" for name in given} | {last: f"$response.body#{pointer}"}
        for name in METHODS:
            if name in target_item and not (name == "post" and method != "post"):
                operation_id = target_item[name]["operationId"]
                yield operation_id, {"operationId": operation_id, "parameters": parameters}


def _pointer(method: str, path: str, target: str, last: str, ids: Mapping[str, str]) -> str:
    """Return the JSON pointer to the id that a path wants; empty where the answer has none."""
    if last in PLACEHOLDER.findall(path):
        return ""
    if target.startswith(f"{path}/{{{last}}}") and method in {"get", "post"}:
        return ids.get(last) or ids.get(KEY, "")
    # `operationId` of a command is the id of one thing only, wherever the operation that wants it is.
    return ids.get(last, "") if method == "post" and last != KEY and target.endswith("}") else ""


def _ids(response: Mapping[str, Any], schemas: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the members that are ids, with the pointers to them: of the payload, or of the first of its only list."""
    media: Mapping[str, Any] = next(
        (media for kind, media in response.get("content", {}).items() if "json" in kind), {}
    )
    schema, pointer = _resolve(media.get("schema", {}), schemas), ""
    members = _members(schema, schemas)
    if {"success", "statusCode"} <= set(members):
        name = next((name for name in members if name not in AROUND), "")
        schema, pointer = _resolve(members.get(name, {}), schemas), f"/{name}"
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
