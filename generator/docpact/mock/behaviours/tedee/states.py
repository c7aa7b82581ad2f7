"""The state of a lock: where it stands, and what its numbers mean."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docpact.mock.engine import Panel

MEMBERS = ("deviceState", "lockProperties")
"""What holds it: the second is its name in the API's earlier versions, for which many clients were written."""
LOCKED, UNKNOWN = 6, 9
MOVING = frozenset({1, 4, 5, 8})
NAMES = {
    0: "uncalibrated", 1: "calibrating", 2: "unlocked", 3: "semi-locked", 4: "unlocking", 5: "locking", 6: "locked",
    7: "pulled", 8: "pulling", 9: "unknown", 18: "updating",
}  # fmt: skip


def state_of(lock: Mapping[str, Any] | None) -> dict[str, Any] | None:
    """Return what tells the state of a lock, to read or to change; None for one that is offline, or for no lock."""
    return next((lock[name] for name in MEMBERS if lock.get(name)), None) if lock else None


def describe_lock(lock: Mapping[str, Any]) -> tuple[str, str, str]:
    """Return how the state of a lock looks to people, what it is called, and what is left in its battery."""
    state = state_of(lock)
    if state is None:
        return "", "offline", ""
    number = state.get("state", UNKNOWN)
    tone = "good" if number == LOCKED else "busy" if number in MOVING else "open"
    battery = state.get("batteryLevel")
    return tone, NAMES.get(number, str(number)), "" if battery is None else f"battery {battery} %"


def describe_gate(gate: Mapping[str, Any]) -> tuple[str, str, str]:
    """Return whether a gate can be reached."""
    return ("open", "connected", "") if gate.get("isConnected") else ("", "offline", "")


PANELS = {
    "/my/lock": Panel(
        title="Locks",
        describe=describe_lock,
        commands={name: f"POST /my/lock/{{id}}/operation/{name.lower()}" for name in ("Unlock", "Lock", "Pull")},
    ),
    "/my/gate": Panel(title="Gates", describe=describe_gate, commands={"Open": "POST /my/gate/{id}/operation/unlock"}),
}
