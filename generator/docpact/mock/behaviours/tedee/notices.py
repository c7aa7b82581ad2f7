"""What webhooks say: the same outside for every event, `data` of its own."""

from __future__ import annotations

from typing import Any

from docpact.mock.behaviours.tedee.states import state_of
from docpact.mock.clock import format_time
from docpact.mock.engine import Engine
from docpact.mock.store import Resource

IDENTITY = "7c0f4a52-6d1e-4b8a-9f63-2b1d0e8c5a90"
"""The account of the samples."""


def status_changed(engine: Engine, lock: Resource, time: str) -> None:
    """Tell that a lock was locked, unlocked or pulled."""
    state = state_of(lock) or {}
    _tell(engine, "lock-status-changed", lock, time, doorState=state["doorState"], state=state["state"])


def settings_changed(engine: Engine, device: Resource) -> None:
    """Tell that somebody changed a device's settings."""
    now = format_time(engine.clock.now())
    _tell(engine, "device-settings-changed", device, now, name=device["name"], revision=device["revision"])


def _tell(engine: Engine, event: str, device: Resource, time: str, **more: Any) -> None:  # noqa: ANN401
    about = {"deviceId": device["id"], "deviceType": device["type"], "eventTime": time}
    engine.emit(
        {
            "data": {**about, **more},
            "event": event,
            "timestamp": format_time(engine.clock.now()),
            "userIdentity": device.get("userIdentity", IDENTITY),
        }
    )
