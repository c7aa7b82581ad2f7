"""Is the emitted document OpenAPI? OpenAPI's own schema says so, and rules for what no schema can say."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from copy import deepcopy
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import jsonschema_rs

from docpact.diagnostics import Diagnostic, Origin, Report
from docpact.errors import InputError

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
PARAMETER = re.compile(r"\{([^{}]+)\}")
Place = tuple[str | int, ...]
"""The keys and indices that lead to a part of the document."""
Fault = tuple[Place, str]
"""Where, and what."""
STEPS = 3
"""The length of the place of an operation, a webhook or a schema."""
LONGEST_CHAIN = 10
"""So many times at most, leaving out a part shows a fault of another."""


def validate_shape(document: Mapping[str, Any], where: str) -> None:
    """Raise `InputError` with the first fault where the document is not OpenAPI 3.1.

    Ten times as fast as `validate_document`, which asks a whole library; that one has the last word where a build
    writes. Source: https://spec.openapis.org/oas/3.1/schema/2022-10-07, and the sections named at each rule.
    """
    for place, said in _faults(document):
        hint = "a base document or an overlay may have put it there"
        shown = "/".join(map(str, place))
        raise InputError(f"the document is not OpenAPI 3.1: {said:.300}", where=f"{where}#/{shown}", hint=hint)


def is_valid_shape(document: Mapping[str, Any]) -> bool:
    """Return whether `validate_shape` accepts the document."""
    return next(_faults(document), None) is None


def leave_out_invalid(document: Mapping[str, Any], report: Report) -> dict[str, Any]:
    """Return a copy without what pages made invalid: operations and webhooks are left out, schemas are left open.

    One page must not cost all others their document. What no page states (it has no `x-source`) stays, for
    `validate_shape` to refuse.
    """
    copied = deepcopy(dict(document))
    for _ in range(LONGEST_CHAIN):
        faults: dict[Place, str] = {}
        for place, said in _faults(copied):
            faults.setdefault(place if place[-1:] == ("default",) else place[:STEPS], said)
        dropped = [_leave_out(copied, place, said, report) for place, said in faults.items()]
        if not any(dropped):
            break
    return copied


def _leave_out(document: dict[str, Any], place: Place, said: str, report: Report) -> bool:
    """Leave out the part at that place; return whether a page states it."""
    parts: list[Any] = [document]
    try:
        for step in place:
            parts.append(parts[-1][step])
    except (LookupError, TypeError):
        return False
    origin = next((found for part in reversed(parts) if (found := _origin_of(part))), None)
    if origin is None or len(place) < STEPS:
        return False
    holder, last = parts[-2], place[-1]
    if place[0] == "components" and len(place) == STEPS:
        holder[last] = {"x-source": str(origin)}
    else:
        del holder[last]
        if len(place) == STEPS and not holder:
            del parts[-3][place[-2]]
    section, name, key = place[:STEPS]
    shown = f"{str(key).upper()} {name}" if section == "paths" else f"`{key if section == 'components' else name}`"
    message = f"{shown}: OpenAPI has no place for what the page says: {said:.200}"
    report(Diagnostic(code="part-invalid", message=message, origin=origin))
    return True


def _origin_of(part: object) -> Origin | None:
    return parse_origin(part.get("x-source")) if isinstance(part, dict) else None


def parse_origin(source: object) -> Origin | None:
    """Return the place that an `x-source` names; None for none."""
    path, _, line = source.rpartition(":") if isinstance(source, str) else ("", "", "")
    return Origin(path, int(line)) if path and line.isascii() and line.isdecimal() else None


def _faults(document: Mapping[str, Any]) -> Iterator[Fault]:
    shaped = True
    for error in _openapi_schema().iter_errors(document):
        shaped = False
        yield tuple(error.instance_path), error.message
    for place, schema in _schemas(document, ()):
        if not jsonschema_rs.meta.is_valid(schema):
            yield place, _first_fault(schema)
        else:
            yield from _default_faults(schema, document, place)
    if shaped:
        # Only what has OpenAPI's shape can be read as operations.
        yield from _operation_faults(document)
    yield from _reference_faults(document, document, (), set())


@cache
def _openapi_schema() -> Any:  # noqa: ANN401 - the library's validator.
    found = find_spec("openapi_spec_validator")
    folders = found.submodule_search_locations if found else None
    if not folders:
        raise InputError("openapi-spec-validator is not installed", hint="install docpact again")
    schema = json.loads(Path(folders[0], "resources", "schemas", "v3.1", "schema.json").read_text("utf-8"))
    return jsonschema_rs.Draft202012Validator(schema)


def _schemas(node: Any, place: Place) -> Iterator[tuple[Place, Any]]:  # noqa: ANN401 - any JSON value.
    """Yield every schema that is part of no other."""
    if isinstance(node, dict):
        for key, value in node.items():
            inner = (*place, key)
            if place == ("components", "schemas") or (key == "schema" and place[-1:] != ("examples",)):
                yield inner, value
            elif key not in {"example", "value"}:
                yield from _schemas(value, inner)
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from _schemas(value, (*place, index))


def _first_fault(schema: Any) -> str:  # noqa: ANN401 - any JSON value.
    try:
        jsonschema_rs.meta.validate(schema)
    except jsonschema_rs.ValidationError as error:
        return str(error.message)
    return "is no schema"


def _default_faults(node: Any, document: Mapping[str, Any], place: Place) -> Iterator[Fault]:  # noqa: ANN401 - any JSON value.
    """Yield defaults of scalars that their schemas don't accept: readers of documents refuse them."""
    if isinstance(node, dict):
        if "default" in node and place[-1] != "properties" and not isinstance(node["default"], dict | list):
            schema = {key: value for key, value in node.items() if key != "default"}
            if not _accepts({**schema, "components": document.get("components", {})}, node["default"]):
                yield (*place, "default"), f"the default `{node['default']}` is no value of its type"
        for key, value in node.items():
            if key not in {"example", "examples", "enum", "const"} or place[-1] == "properties":
                yield from _default_faults(value, document, (*place, key))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from _default_faults(value, document, (*place, index))


def _accepts(schema: dict[str, Any], value: object) -> bool:
    try:
        # A base document may refer to an address: nothing is fetched.
        validator = jsonschema_rs.Draft202012Validator(schema, validate_formats=True, retriever=_refuse)
        return bool(validator.is_valid(value))
    except ValueError:
        return False


def _refuse(uri: str) -> Any:  # noqa: ANN401 - as the library has it.
    raise ValueError(uri)


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
            place = ("paths", path, method)
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
    place: Place,
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
            if key not in {"example", "examples", "default", "enum", "const"} or place[-1:] == ("properties",):
                yield from _reference_faults(value, document, (*place, key), known)
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from _reference_faults(value, document, (*place, index), known)


def _leads_somewhere(reference: str, document: Mapping[str, Any]) -> bool:
    node: Any = document
    for part in reference.removeprefix("#/").split("/"):
        step = part.replace("~1", "/").replace("~0", "~")
        if not isinstance(node, Mapping) or step not in node:
            return False
        node = node[step]
    return True
