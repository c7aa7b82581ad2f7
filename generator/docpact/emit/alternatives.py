"""Alternatives of structures: which value tells them apart, or that more than one may fit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

REFERENCE = "#/components/schemas/"


def settle_alternatives(node: Any, schemas: Mapping[str, Any]) -> Any:  # noqa: ANN401 - any JSON value.
    """Return a copy in which each `oneOf` of components has a discriminator, or is an `anyOf` where none can have one.

    Structures are open: what has the properties of one is valid as another, and a `oneOf` would refuse it.
    """
    if isinstance(node, list):
        return [settle_alternatives(entry, schemas) for entry in node]
    if not isinstance(node, dict):
        return node
    copied = {key: settle_alternatives(value, schemas) for key, value in node.items()}
    options = copied.get("oneOf")
    names = [_name(option) for option in options] if isinstance(options, list) else []
    # Null beside one structure is told from it by its type.
    if not isinstance(options, list) or len([name for name in names if name]) < 2 or not _all_named(options):  # noqa: PLR2004
        return copied
    telling = _discriminator([name for name in names if name], schemas)
    if telling:
        return {**copied, "discriminator": telling}
    return {"anyOf" if key == "oneOf" else key: value for key, value in copied.items()}


def _name(option: object) -> str:
    reference = option.get("$ref", "") if isinstance(option, dict) else ""
    return reference.removeprefix(REFERENCE) if reference.startswith(REFERENCE) else ""


def _all_named(options: Sequence[Any]) -> bool:
    return all(_name(option) or option == {"type": "null"} for option in options)


def _discriminator(names: Sequence[str], schemas: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return the property that all of them have, each with a constant of its own; None without one."""
    found = [schemas.get(name, {}).get("properties") or {} for name in names]
    for property_name in found[0]:
        constants = [one.get(property_name, {}).get("const") for one in found]
        if all(isinstance(value, str) for value in constants) and len(set(constants)) == len(constants):
            mapping = {value: f"{REFERENCE}{name}" for value, name in zip(constants, names, strict=True)}
            return {"propertyName": property_name, "mapping": mapping}
    return None
