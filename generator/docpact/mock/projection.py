"""What an operation shows of a resource: the members that its schema names, and no others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docpact.mock.document import Document
from docpact.mock.values import make_value


def project(document: Document, resource: Mapping[str, Any], schema: Any) -> Any:  # noqa: ANN401 - any JSON value.
    """Return the members of the resource that the schema names; null, or a made-up value, for required ones it lacks.

    So for those that are null elsewhere, where this schema knows no null: two views of one resource may differ. Values
    are shared, not copied: what is shown is written out at once.
    """
    shape = document.shape(schema)
    shown = {name: resource[name] for name in shape.members if name in resource and name not in shape.hidden}
    for name in shape.required:
        if name not in shown and name not in shape.hidden:
            shown[name] = resource[name] if name in resource else _missing(document, shape.members.get(name))
    if None in shown.values():
        for name in shape.never_null:
            if shown.get(name, name) is None:
                shown[name] = _missing(document, shape.members[name])
    return shown


def own_part(document: Document, schema: Any, key: str) -> tuple[str, Any]:  # noqa: ANN401
    """Return the member that holds the resource, and its schema; an empty name where the payload is the resource."""
    members = document.properties(schema)
    if key in members or not members:
        return "", schema
    inside = [(name, part) for name, part in members.items() if key in document.properties(part)]
    return inside[0] if len(inside) == 1 else ("", schema)


def project_payload(document: Document, resource: Mapping[str, Any], schema: Any, key: str) -> Any:  # noqa: ANN401
    """Return what an answer about one resource holds: the resource, or an object with the resource in a member."""
    member, part = own_part(document, schema, key)
    if not member:
        return project(document, resource, schema)
    return project(document, {**resource, member: project(document, resource, part)}, schema)


def unwrap_sample(sample: Any, key: str) -> Any:  # noqa: ANN401
    """Return the resource in a sample; what stands beside it is its own too."""
    if not isinstance(sample, dict) or key in sample:
        return sample
    inside = [name for name, value in sample.items() if isinstance(value, dict) and key in value]
    if len(inside) != 1:
        return sample
    return {**sample[inside[0]], **{name: value for name, value in sample.items() if name != inside[0]}}


def _missing(document: Document, schema: Any) -> Any:  # noqa: ANN401
    types = document.types(schema)
    if "null" in types:
        return None
    return [] if types == {"array"} and not document.resolve(schema).get("minItems") else make_value(document, schema)
