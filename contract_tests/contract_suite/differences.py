"""How what was sent and what is shown differ, and how a resource changed between two looks at it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from datetime import datetime
from typing import Any

MOVING = ("modified", "updated", "changed", "lastseen")
"""Words in the names of properties that change by themselves."""


def find_difference(sent: object, shown: object, place: str = "") -> str:
    """Return a property that is shown otherwise than it was sent; properties that aren't shown don't count."""
    if isinstance(sent, Mapping) and isinstance(shown, Mapping):
        inner = (find_difference(v, shown[k], f"{place}.{k}" if place else k) for k, v in sent.items() if k in shown)
        return next((found for found in inner if found), "")
    if isinstance(sent, Mapping) or isinstance(shown, Mapping) or isinstance(sent, list) or isinstance(shown, list):
        # Lists may be shown in another order and with more about each entry; their entries have tests of their own.
        return ""
    if shown is None or sent == shown or _instant(sent) == _instant(shown) != "":
        return ""
    if type(sent) is not type(shown) and not {type(sent), type(shown)} <= {int, float} and sent is not None:
        return ""
    return f"{place}: sent {sent!r}, reads {shown!r}"


def find_disagreement(one: object, other: object, place: str = "") -> str:
    """Return a property that two places show differently; one that a place doesn't show, or as null, doesn't count."""
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        shared = (name for name in one if name in other and not any(word in str(name).lower() for word in MOVING))
        inner = (find_disagreement(one[name], other[name], f"{place}.{name}" if place else name) for name in shared)
        return next((found for found in inner if found), "")
    plain = str | int | float | bool
    if not isinstance(one, plain) or not isinstance(other, plain) or type(one) is not type(other):
        return ""  # Of another type than the schema says is another check's failure.
    if one == other or _instant(one) == _instant(other) != "":
        return ""
    return f"{place}: {one!r} and {other!r}"


def looks_like(sent: object, shown: object) -> bool:
    """Whether something that is shown may be what was sent: they share properties, and all of these are the same."""
    if not isinstance(sent, Mapping) or not isinstance(shown, Mapping):
        return False
    plain = {
        name for name, value in sent.items() if isinstance(value, str | int | float) and shown.get(name) is not None
    }
    return bool(plain) and not find_difference({name: sent[name] for name in plain}, shown)


def find_change(before: object, after: object, moving: tuple[str, ...] = MOVING, place: str = "") -> str:
    """Return a property that differs between two states; those with a word of `moving` in their name don't count."""
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        for name in {**before, **after}:
            if any(word in str(name).lower() for word in moving):
                continue
            inner = f"{place}.{name}" if place else name
            if found := find_change(before.get(name), after.get(name), moving, inner):
                return found
        return ""
    # No page promises an order.
    if isinstance(before, list) and isinstance(after, list) and _as_bag(before) == _as_bag(after):
        return ""
    return "" if before == after else f"{place}: {before!r}, then {after!r}"


def _as_bag(entries: list[object]) -> list[str]:
    return sorted(json.dumps(entry, sort_keys=True) for entry in entries)


def _instant(value: object) -> str:
    """Return the point in time that a text is, in one spelling; empty for anything else."""
    if not isinstance(value, str) or "T" not in value:
        return ""
    try:
        return datetime.fromisoformat(value.replace("Z", "")).replace(tzinfo=None).isoformat(timespec="seconds")
    except ValueError:
        return ""


def project(state: Mapping[str, Any], names: AbstractSet[str]) -> dict[str, Any]:
    """Return the properties of a state with those names; null counts as absent."""
    return {name: state[name] for name in names if state.get(name) is not None}


def find_inner(state: Mapping[str, Any], names: AbstractSet[str]) -> Mapping[str, Any]:
    """Return the object of a state that has the properties of a body: itself, or one that it holds."""
    if not names or names & set(state):
        return state
    return next((v for v in state.values() if isinstance(v, dict) and names & set(v)), state)
