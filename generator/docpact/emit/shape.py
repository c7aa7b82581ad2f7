"""Is the emitted document OpenAPI? OpenAPI's own schema says so, and rules for what no schema can say."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import jsonschema_rs

from docpact.errors import InputError

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
PARAMETER = re.compile(r"\{([^{}]+)\}")
Fault = tuple[str, str]
"""Where, as a JSON pointer, and what."""


def validate_shape(document: Mapping[str, Any], where: str) -> None:
    """Raise `InputError` with the first fault where the document is not OpenAPI 3.1.

    Ten times as fast as `validate_document`, which asks a whole library; that one has the last word where a build
    writes. Source: https://spec.openapis.org/oas/3.1/schema/2022-10-07, and the sections named at each rule.
    """
    for place, said in _faults(document):
        hint = "a base document or an overlay may have put it there"
        raise InputError(f"the document is not OpenAPI 3.1: {said:.300}", where=f"{where}#/{place}", hint=hint)


def _faults(document: Mapping[str, Any]) -> Iterator[Fault]:
    for error in _openapi_schema().iter_errors(document):
        yield "/".join(map(str, error.instance_path)), error.message
    for place, schema in _schemas(document, ""):
        if not jsonschema_rs.meta.is_valid(schema):
            yield place, _first_fault(schema)
    yield from _operation_faults(document)
    yield from _reference_faults(document, document, "", set())


@cache
def _openapi_schema() -> Any:  # noqa: ANN401 - the library's validator.
    found = find_spec("openapi_spec_validator")
    folders = found.submodule_search_locations if found else None
    if not folders:
        raise InputError("openapi-spec-validator is not installed", hint="install docpact anew")
    schema = json.loads(Path(folders[0], "resources", "schemas", "v3.1", "schema.json").read_text("utf-8"))
    return jsonschema_rs.Draft202012Validator(schema)


def _schemas(node: Any, place: str) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - any JSON value.
    """Yield every schema that is part of no other."""
    if isinstance(node, dict):
        for key, value in node.items():
            inner = f"{place}/{key}".lstrip("/")
            if place == "components/schemas" or (key == "schema" and not place.endswith("/examples")):
                yield inner, value
            elif key not in {"example", "value"}:
                yield from _schemas(value, inner)
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from _schemas(value, f"{place}/{index}")


def _first_fault(schema: Any) -> str:  # noqa: ANN401 - any JSON value.
    try:
        jsonschema_rs.meta.validate(schema)
    except jsonschema_rs.ValidationError as error:
        return str(error.message)
    return "is no schema"


def _operation_faults(document: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield operation ids that are used twice, and parameters that are repeated or missing.

    Source: https://spec.openapis.org/oas/v3.1.0#operation-object, #path-templating, #fixed-fields-9.
    """
    ids: Counter[str] = Counter()
    for path, item in document.get("paths", {}).items():
        for method in METHODS:
            operation = item.get(method)
            if operation is None:
                continue
            place = f"paths/{path}/{method}"
            if (name := operation.get("operationId")) is not None:
                ids[name] += 1
                if ids[name] > 1:
                    yield place, f"Operation ID '{name}' is used twice"
            own = [(p.get("in"), p.get("name")) for p in operation.get("parameters", ())]
            if repeated := [key for key, count in Counter(own).items() if count > 1 and None not in key]:
                yield place, f"Duplicate parameter `{repeated[0][1]}`"
            shared = [(p.get("in"), p.get("name")) for p in item.get("parameters", ())]
            named = {name for location, name in (*own, *shared) if location in {"path", None}}
            # A reference to a parameter has no name of its own here; what it leads to is looked at as it is.
            if None not in named and (missing := sorted(set(PARAMETER.findall(path)) - named)):
                yield place, f"Path parameter '{missing[0]}' is not defined"


def _reference_faults(
    node: Any,  # noqa: ANN401 - any JSON value.
    document: Mapping[str, Any],
    place: str,
    known: set[str],
) -> Iterator[Fault]:
    """Yield references inside the document that lead nowhere."""
    if isinstance(node, dict):
        reference = node.get("$ref")
        if isinstance(reference, str) and reference.startswith("#/") and reference not in known:
            known.add(reference)
            if not _leads_somewhere(reference, document):
                yield place, f"`{reference}` leads nowhere"
        for key, value in node.items():
            if key not in {"example", "examples", "default", "enum", "const"} or place.endswith("/properties"):
                yield from _reference_faults(value, document, f"{place}/{key}".lstrip("/"), known)
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from _reference_faults(value, document, f"{place}/{index}", known)


def _leads_somewhere(reference: str, document: Mapping[str, Any]) -> bool:
    node: Any = document
    for part in reference.removeprefix("#/").split("/"):
        step = part.replace("~1", "/").replace("~0", "~")
        if not isinstance(node, Mapping) or step not in node:
            return False
        node = node[step]
    return True
