"""Overlays: corrections of the document by a person, each with its reason.

Source: https://spec.openapis.org/overlay/v1.0.0.html
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docpact.diagnostics import Diagnostic
from docpact.emit.yaml_text import load_yaml
from docpact.errors import InputError

SETTLES = "x-settles"
KEYS = frozenset({"target", "description", "update", "remove", SETTLES})


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One correction."""

    target: str
    """A JSONPath (RFC 9535); every node that it finds is changed."""
    description: str
    """Why: an action without a reason is refused."""
    update: Any
    """What is merged into each node; None for a removal."""
    settles: tuple[str, ...]
    """`CODE FILE`: the diagnostics that this correction is the answer to."""
    where: str
    """The overlay's file and the action's number, for messages."""


def load_overlays(folder: Path) -> tuple[Action, ...]:
    """Return the actions of all overlays of the folder, in the order of their names.

    Raises `InputError` where a file is no overlay, or an action has no target or no reason.
    """
    return tuple(action for path in sorted(folder.glob("*.y*ml")) for action in _read_overlay(path))


def apply_overlays(document: Mapping[str, Any], actions: Sequence[Action]) -> dict[str, Any]:
    """Return the document with the actions applied in their order; raises `InputError` for one that finds nothing."""
    if not actions:
        return dict(document)
    import jsonpath_rfc9535 as jsonpath  # noqa: PLC0415 - takes longer than to emit the document.

    changed: dict[str, Any] = deepcopy(dict(document))
    for action in actions:
        try:
            nodes = jsonpath.find(action.target, changed)
        except jsonpath.JSONPathError as error:
            raise InputError(f"`{action.target}` is no JSONPath: {error}", where=action.where) from error
        locations = [node.location for node in nodes]
        if not locations:
            hint = "the document has changed since; correct the target or take the action out"
            raise InputError(f"`{action.target}` finds nothing", where=action.where, hint=hint)
        # From the end, so that what is taken out of a list doesn't move what is taken out next.
        for location in sorted(locations, key=_order, reverse=True):
            _apply(changed, location, action)
    return changed


def settle_diagnostics(
    diagnostics: Sequence[Diagnostic], actions: Sequence[Action]
) -> tuple[list[Diagnostic], list[Diagnostic]]:
    """Return the diagnostics that are open, and those that an action settles.

    Raises `InputError` where an action claims to settle what isn't there (any more).
    """
    settled: list[Diagnostic] = []
    for action in actions:
        for entry in action.settles:
            code, _, path = entry.partition(" ")
            found = [d for d in diagnostics if d.code == code and d.origin.path == path.strip()]
            if not found:
                hint = "take the line out: the pages have been fixed"
                raise InputError(f"{SETTLES}: there is no `{entry}`", where=action.where, hint=hint)
            settled += found
    return [d for d in diagnostics if d not in settled], settled


def _read_overlay(path: Path) -> list[Action]:
    raw = load_yaml(path)
    if not isinstance(raw, dict) or not str(raw.get("overlay", "")).startswith("1.") or "actions" not in raw:
        raise InputError("is no overlay: it needs `overlay: 1.0.0` and `actions`", where=str(path))
    if not isinstance(raw["actions"], list):
        raise InputError("`actions` must be a list", where=str(path))
    return [_read_action(entry, f"{path} action {number}") for number, entry in enumerate(raw["actions"], 1)]


def _read_action(entry: Any, where: str) -> Action:  # noqa: ANN401 - any YAML value.
    if not isinstance(entry, dict) or not isinstance(entry.get("target"), str):
        raise InputError("an action needs a `target`", where=where)
    if unknown := sorted(set(entry) - KEYS):
        raise InputError(f"unknown key `{unknown[0]}`", where=where, hint=f"known are {', '.join(sorted(KEYS))}")
    if not str(entry.get("description") or "").strip():
        raise InputError("an action needs a `description`: the reason for it", where=where)
    removes = entry.get("remove") is True
    if removes is ("update" in entry):
        raise InputError("an action has either `update` or `remove: true`", where=where)
    settles = entry.get(SETTLES, [])
    if not isinstance(settles, list):
        raise InputError(f"`{SETTLES}` must be a list of `CODE FILE`", where=where)
    return Action(
        target=entry["target"], description=str(entry["description"]), update=entry.get("update"),
        settles=tuple(map(str, settles)), where=where,
    )  # fmt: skip


def _apply(document: dict[str, Any], location: Sequence[str | int], action: Action) -> None:
    if not location:
        _merge(document, action.update)
        return
    parent: Any = document
    for part in location[:-1]:
        parent = parent[part]
    last = location[-1]
    if action.update is None:
        del parent[last]
    elif isinstance(parent[last], list):
        # The specification: an update of an array is appended.
        parent[last].append(deepcopy(action.update))
    else:
        parent[last] = _merge(parent[last], action.update)


def _merge(node: Any, update: Any) -> Any:  # noqa: ANN401 - any JSON value.
    """Merge as the specification has it: mappings by their keys, lists one after the other, all else is replaced."""
    if isinstance(node, dict) and isinstance(update, dict):
        for key, value in update.items():
            node[key] = _merge(node[key], value) if key in node else deepcopy(value)
        return node
    if isinstance(node, list) and isinstance(update, list):
        return [*node, *deepcopy(update)]
    return deepcopy(update)


def _order(location: Sequence[str | int]) -> list[tuple[int, int | str]]:
    return [(0, part) if isinstance(part, int) else (1, part) for part in location]
