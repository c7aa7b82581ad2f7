"""One request that the document allows: ids that exist, required parameters, the documentation's sample as the body."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from contract_suite.document import KEY, Document, Operation, Sample
from contract_suite.known_ids import Binding, KnownIds
from contract_suite.request import Request
from contract_suite.revisions import Revisions
from contract_suite.sample_bodies import usable_samples

CONFLICTS = frozenset({409, 412, 428})
SIMPLE = {"integer": 1, "number": 1, "boolean": True, "string": "text"}


@dataclass(frozen=True, slots=True)
class RequestBuilder:
    """Builds requests to the operations of a document, about resources that the server knows."""

    document: Document
    known_ids: KnownIds
    revisions: Revisions = field(default_factory=Revisions)
    shown: dict[str, tuple[Binding, dict[str, Any]]] = field(default_factory=dict)
    """List → the values for its path and its required parameters with which it has shown entries."""

    def build(self, operation: Operation, sample: Sample | None = None) -> Request | None:
        """Return a request, with that sample as its body if one is given; None where no id or no body is known."""
        bindings = self.known_ids.bindings(operation)
        if not bindings:
            return None
        samples = usable_samples(self.document, operation)
        if self.document.body_schema(operation) and sample is None and not samples:
            return None
        body = sample.value if sample else (samples[0].value if samples else None)
        return Request(
            operation=operation,
            path=operation.fill(bindings[0]),
            query=self.required_query(operation),
            body=self._refresh(self._with_known_id(body, operation), operation, sample, bindings[0]),
        )

    def _refresh(self, body: Any, operation: Operation, sample: Sample | None, binding: Binding) -> Any:  # noqa: ANN401
        """Return a body with the current revision, unless it is a sample of what happens with an old one."""
        shown = self.document.response_samples(operation) if sample else ()
        if sample and any(status in CONFLICTS and found.name.startswith(sample.name) for status, found in shown):
            return body
        return self.revisions.refresh(body, binding)

    def find_variants(self, operation: Operation) -> Iterator[tuple[Binding, dict[str, Any]]]:
        """Yield values for the path of one operation and for its required parameters, with other known ids each."""
        query = self.required_query(operation)
        schemas = {name: part.get("schema", {}) for name, part in self.document.parameters(operation, "query").items()}
        ids = {name: self.known_ids.values(name, self.document.resolve(schemas[name])) for name in query}
        for binding in self.known_ids.bindings(operation):
            yield binding, query
            for name, values in ids.items():
                yield from ((binding, {**query, name: value}) for value in values[1:])

    def required_query(self, operation: Operation) -> dict[str, Any]:
        """Return values for the query parameters that an operation requires: known ids where they are ids.

        Those with which a list has shown entries, if there are any.
        """
        if operation.label in self.shown:
            return self.shown[operation.label][1]
        query: dict[str, Any] = {}
        for name, parameter in self.document.parameters(operation, "query").items():
            if parameter.get("required"):
                schema = self.document.resolve(parameter.get("schema", {}))
                value = self.known_ids.value(name, schema)
                simple = next(iter(schema.get("enum", ())), SIMPLE.get(str(schema.get("type"))))
                query[name] = simple if value is None else value
        return query

    def _with_known_id(self, body: Any, operation: Operation) -> Any:  # noqa: ANN401 - any JSON value.
        """Return a body whose `id` exists, where the path is that of a collection: `PATCH /thing`."""
        known = self.known_ids.by_collection.get(operation.path, ())
        if operation.method == "POST" or not isinstance(body, dict) or KEY not in body or not known:
            return body
        ids = [list(binding.values())[-1] for binding in known]
        return body if body[KEY] in ids else {**body, KEY: ids[0]}
