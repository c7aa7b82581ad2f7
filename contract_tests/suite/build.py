"""One good request for an operation: ids that exist, the documentation's sample for a body."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from suite.document import KEY, Document, Operation, Sample
from suite.made import usable_samples
from suite.seeds import Binding, Seeds

SIMPLE = {"integer": 1, "number": 1, "boolean": True, "string": "text"}


@dataclass(frozen=True, kw_only=True)
class Request:
    """What is sent, beside method and credentials."""

    path: str
    query: dict[str, Any]
    body: Any = None


def build_request(
    document: Document,
    seeds: Seeds,
    operation: Operation,
    *,
    binding: Binding | None = None,
    sample: Sample | None = None,
) -> Request | None:
    """Return a request that the document allows; None where no id or no sample is known that it needs."""
    bindings = seeds.bindings(operation)
    chosen = binding or (bindings[0] if bindings else None)
    if chosen is None:
        return None
    query: dict[str, Any] = {}
    for name, parameter in document.parameters(operation, "query").items():
        if parameter.get("required"):
            schema = document.resolve(parameter.get("schema", {}))
            value = seeds.value(name, schema)
            query[name] = (
                next(iter(schema.get("enum", ())), SIMPLE.get(str(schema.get("type")))) if value is None else value
            )
    samples = usable_samples(document, operation)
    if document.body_schema(operation) and sample is None and not samples:
        return None
    body = sample.value if sample else (samples[0].value if samples else None)
    return Request(path=operation.fill(chosen), query=query, body=_with_known_id(body, operation, seeds))


def _with_known_id(body: Any, operation: Operation, seeds: Seeds) -> Any:  # noqa: ANN401 - any JSON value.
    """Return a body whose `id` is one that exists, where the path is that of the collection: `PATCH /my/lock`."""
    known = seeds.known.get(operation.path, ())
    if operation.method == "POST" or not isinstance(body, dict) or KEY not in body or not known:
        return body
    ids = [list(binding.values())[-1] for binding in known]
    return body if body[KEY] in ids else {**body, KEY: ids[0]}
