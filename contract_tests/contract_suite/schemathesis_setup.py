"""schemathesis' schema and configuration for a run: what finds failures is on, what hides them is off."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import schemathesis
from schemathesis.config import SchemathesisConfig
from schemathesis.specs.openapi.schemas import OpenApiSchema

from contract_suite.credentials import Credentials
from contract_suite.document import Document, Operation
from contract_suite.key_place import KeyPlace
from contract_suite.known_ids import KnownIds
from contract_suite.plan import Plan
from contract_suite.results import Results

SERIALIZED = frozenset({
    "application/octet-stream", "application/x-www-form-urlencoded", "multipart/form-data", "text/plain",
})  # fmt: skip
"""Media types that schemathesis serializes itself, beside JSON, XML and YAML."""
KNOWN_SHARE = 0.6
"""How often a generated case gets an id that exists."""


def build_schema(  # noqa: PLR0913, PLR0917 - what the cases of a run depend on.
    plan: Plan,
    credentials: Credentials,
    document: Document,
    called: tuple[Operation, ...],
    known_ids: KnownIds,
    found: Results,
) -> OpenApiSchema:
    """Return the schema that cases are generated from: the operations that may be called, with ids that exist.

    The checks that schemathesis makes are counted in `found`.
    """
    register_serializers(document)
    config = SchemathesisConfig.from_dict(build_settings(plan, called, known_ids))
    schema: Any = schemathesis.openapi.from_dict(document.raw, config=config)
    schema.config.update(base_url=plan.base_url)
    if credentials.authorization:
        schema.config.update(headers={"Authorization": credentials.authorization})
    if credentials.keys or credentials.place != KeyPlace():
        # They are in every request that wants them; a case without one would have it all the same.
        schema.config.generation.update(with_security_parameters=False)
    # What isn't documented stays: methods that no page has are tried as well.
    left_out = {operation.label for operation in document.operations} - {operation.label for operation in called}
    schema = schema.exclude(lambda context: context.operation.label in left_out)

    def after_validate(context: Any, case: Any, response: Any, results: Any) -> None:  # noqa: ANN401 - schemathesis'.
        del context, response
        found.checked[case.operation.label].update(Counter(result.name for result in results))

    schema.hook(after_validate)
    built: OpenApiSchema = schema
    return built


def register_serializers(document: Document) -> None:
    """Let bodies of any documented media type be sent: those that schemathesis has no serializer for go as they are."""
    for operation in document.operations:
        body = document.resolve(operation.definition.get("requestBody", {}))
        for name in body.get("content", {}):
            bare = name.partition(";")[0].strip().lower()
            if "*" not in bare and not bare.endswith(("json", "xml", "yaml")) and bare not in SERIALIZED:
                schemathesis.serializer(bare)(_send_as_it_is)


def _send_as_it_is(context: Any, value: Any) -> bytes:  # noqa: ANN401 - schemathesis' serializers.
    del context
    content = getattr(value, "data", value)
    if isinstance(content, str):
        content = content.encode("utf-8", "surrogatepass")
    return content if isinstance(content, bytes) else json.dumps(content).encode()


def build_settings(plan: Plan, called: tuple[Operation, ...], known_ids: KnownIds) -> dict[str, Any]:
    """Return the configuration of a run as schemathesis reads it from its file."""
    guarded = plan.guarded
    dictionaries: dict[str, Any] = {}
    operations: list[dict[str, Any]] = []
    for operation in called:
        bindings = [b for b in known_ids.bindings(operation) if _may_be_named(b, operation, plan)]
        bound: dict[str, Any] = {}
        # Ids of one parent only: they are drawn one by one, and a child of another parent isn't there.
        first = {name: bindings[0][name] for name in operation.placeholders[:-1]} if bindings else {}
        fitting = [b for b in bindings if all(b[name] == value for name, value in first.items())]
        for placeholder in operation.placeholders if fitting else ():
            values = list(dict.fromkeys(b[placeholder] for b in fitting))
            name = f"{operation.label} {placeholder}"
            dictionaries[name] = {"values": values}
            bound[f"path.{placeholder}"] = {"dictionary": name, "probability": KNOWN_SHARE}
        if bound:
            operations.append({"include-name": operation.label, "parameters": bound})
    coverage: dict[str, Any] = {"enabled": True}
    if guarded:
        coverage["unexpected-methods"] = []
    return {
        "seed": plan.seed,
        **({"dictionaries": dictionaries} if dictionaries else {}),
        "cache": {"enabled": False},
        "auth": {"auto-signup": False},
        # Our own check of formats accepts timestamps without an offset: servers leave it out.
        "checks": {"response_schema_conformance": {"validate-formats": False}},
        "generation": {
            "mode": "positive" if guarded else "all",
            "max-examples": max(1, plan.cases),
            "database": "none",
        },
        "phases": {
            "coverage": coverage,
            # Links of the document only: those that are guessed from names end walks early, without a message.
            "stateful": {"enabled": True, "inference": {"algorithms": []}},
            "fuzzing": {"enabled": plan.cases > 0, "error-feedback": {"enabled": False}},
        },
        "operations": operations,
    }


def _may_be_named(binding: dict[str, Any], operation: Operation, plan: Plan) -> bool:
    """Whether a generated case may name those ids."""
    if not plan.guarded or operation.safety == "read":
        return True
    return all(str(value) in plan.devices for value in binding.values())
