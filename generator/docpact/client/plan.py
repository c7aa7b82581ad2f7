"""The document in openapi-python-client's words, and what of it the generator can't say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from docpact.client.calls import Call, simplify_operation
from docpact.client.prepare import prepare_document, prepare_path
from docpact.client.python_text import to_identifier
from docpact.client.raw import normalise_path
from docpact.client.refusals import Refusal
from docpact.client.renaming import OWN_PARAMETERS, rename_components, rename_members
from docpact.document import Document, Operation
from docpact.document.shapes import METHODS

UNKNOWN = "openapi-python-client knows the methods of OpenAPI 3.1 but TRACE"
VARIABLE = re.compile(r"\{([^{}]*)\}")
LEGAL = re.compile(r"[A-Za-z][A-Za-z0-9_]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a client is generated from."""

    document: dict[str, Any]
    """For openapi-python-client."""
    calls: Mapping[tuple[str, str], Call]
    """By method and path, as `RawClient` has them."""
    names: Mapping[str, str]
    """What properties and parameters are called for the generator → their names on the wire."""
    refusals: tuple[Refusal, ...]
    """Operations that no client can have."""


def plan_client(document: Document) -> Plan:
    """Return what the generator is asked for, and what it isn't."""
    calls: dict[tuple[str, str], Call] = {}
    paths: dict[str, dict[str, Any]] = {}
    refusals: list[Refusal] = []
    identifiers: set[str] = set()
    for operation in document.operations:
        if reason := _why_refused(operation, calls):
            refusals.append(Refusal(kind="operation", name=operation.key, reason=reason))
            continue
        call, simplified = simplify_operation(operation, document.mapping)
        path, simplified = _settle_path(operation.path, simplified)
        simplified["operationId"] = _identify(operation, identifiers)
        calls[_key(operation)] = call
        paths.setdefault(path, {})[operation.method.lower()] = simplified
    mapping = document.mapping
    schemas = dict((mapping.get("components") or {}).get("schemas") or {})
    asked = {"openapi": "3.1.0", "info": mapping["info"], "paths": paths, "components": {"schemas": schemas}}
    renamed, names = rename_members(rename_components(asked))
    return Plan(document=prepare_document(renamed), calls=calls, names=names, refusals=tuple(refusals))


def _key(operation: Operation) -> tuple[str, str]:
    return operation.method.lower(), normalise_path(prepare_path(operation.path))


def _why_refused(operation: Operation, calls: Mapping[tuple[str, str], Call]) -> str:
    if operation.method.lower() not in METHODS or operation.method in {"TRACE", "QUERY"}:
        return UNKNOWN
    return "another operation has the same method and path" if _key(operation) in calls else ""


def _identify(operation: Operation, taken: set[str]) -> str:
    """Return an operationId that gives a module of its own."""
    name = operation.operation_id or f"{operation.method.lower()} {operation.path}"
    given, number = name, 2
    while (key := "".join(filter(str.isalnum, given)).casefold() or to_identifier(given)) in taken:
        given, number = f"{name}_{number}", number + 1
    taken.add(key)
    return given


def _settle_path(path: str, operation: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    """Return the path and the operation with placeholders that the generator takes for such, a name each."""
    names: dict[str, str] = {}
    for name in VARIABLE.findall(path):
        given = name if LEGAL.fullmatch(name) and name not in OWN_PARAMETERS else to_identifier(name, fallback="value")
        given = f"{given}_value" if given in OWN_PARAMETERS else given
        number, stem = 2, given
        while given in (taken for other, taken in names.items() if other != name):
            given, number = f"{stem}_{number}", number + 1
        names[name] = given
    if all(old == new for old, new in names.items()):
        return path, dict(operation)
    parameters = [
        {**one, "name": names.get(str(one["name"]), one["name"])} if one.get("in") == "path" else one
        for one in operation.get("parameters") or ()
    ]
    return VARIABLE.sub(lambda found: f"{{{names[found[1]]}}}", path), {**operation, "parameters": parameters}
