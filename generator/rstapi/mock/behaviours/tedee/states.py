"""The state of a lock: where it stands, and what its numbers mean."""

from __future__ import annotations

from typing import Any

from rstapi.mock.store import Resource

MEMBERS = ("deviceState", "lockProperties")
"""What holds it: the second is its name in the API's earlier versions, for which many clients were written."""
UNKNOWN = 9
NAMES = {
    0: "uncalibrated", 1: "calibrating", 2: "unlocked", 3: "semi-locked", 4: "unlocking", 5: "locking", 6: "locked",
    7: "pulled", 8: "pulling", 9: "unknown", 18: "updating",
}  # fmt: skip


def state_of(lock: Resource | None) -> dict[str, Any] | None:
    """Return what tells the state of a lock, to read or to change; None for one that is offline, or for no lock."""
    return next((lock[name] for name in MEMBERS if lock.get(name)), None) if lock else None


def describe_state(lock: Resource) -> str:
    """Return the state for people."""
    state = state_of(lock)
    if state is None:
        return "offline"
    number = state.get("state", UNKNOWN)
    said = NAMES.get(number, str(number))
    battery = state.get("batteryLevel")
    return said if battery is None else f"{said}, battery {battery} %"
