"""schemathesis' configuration: everything on that finds faults, everything off that hides them."""

from __future__ import annotations

from typing import Any

from suite.document import Operation
from suite.options import Options
from suite.seeds import Seeds

SEEDED = 0.6
"""How often a generated case gets an id that exists."""


def build_settings(options: Options, called: tuple[Operation, ...], seeds: Seeds) -> dict[str, Any]:
    """Return the configuration of a run as schemathesis reads it from its file."""
    guarded = options.guarded
    dictionaries: dict[str, Any] = {}
    operations: list[dict[str, Any]] = []
    for operation in called:
        bindings = [b for b in seeds.bindings(operation) if _may_be_named(b, operation, options)]
        bound: dict[str, Any] = {}
        # Ids of one parent only: they are drawn one by one, and a child of another parent isn't there.
        first = {name: bindings[0][name] for name in operation.placeholders[:-1]} if bindings else {}
        fitting = [b for b in bindings if all(b[name] == value for name, value in first.items())]
        for placeholder in operation.placeholders if fitting else ():
            values = list(dict.fromkeys(b[placeholder] for b in fitting))
            name = f"{operation.label} {placeholder}"
            dictionaries[name] = {"values": values}
            bound[f"path.{placeholder}"] = {"dictionary": name, "probability": SEEDED}
        if bound:
            operations.append({"include-name": operation.label, "parameters": bound})
    coverage: dict[str, Any] = {"enabled": True}
    if guarded:
        coverage["unexpected-methods"] = []
    return {
        "seed": options.seed,
        **({"dictionaries": dictionaries} if dictionaries else {}),
        "cache": {"enabled": False},
        "auth": {"auto-signup": False},
        # Formats are checked by ours: servers leave the offset of their timestamps out.
        "checks": {"response_schema_conformance": {"validate-formats": False}},
        "generation": {
            "mode": "positive" if guarded else "all",
            "max-examples": max(1, options.examples),
            "database": "none",
        },
        "phases": {
            "coverage": coverage,
            # Links of the document only: those that are guessed from names end walks early, without a word.
            "stateful": {"enabled": True, "inference": {"algorithms": []}},
            "fuzzing": {"enabled": options.examples > 0, "error-feedback": {"enabled": False}},
        },
        "operations": operations,
    }


def _may_be_named(binding: dict[str, Any], operation: Operation, options: Options) -> bool:
    """Tell whether a generated case may be about those ids on somebody's server."""
    if not options.guarded or operation.safety == "read":
        return True
    return all(str(value) in options.devices for value in binding.values())
