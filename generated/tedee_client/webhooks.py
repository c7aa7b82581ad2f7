# Generated from the API's documentation; the next build replaces it.
"""What the API sends on its own account."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ._runtime.webhooks import UnknownWebhook as UnknownWebhook
from ._runtime.webhooks import read_webhook
from ._tables import PARSER

if TYPE_CHECKING:
    from .models.bell_button_pressed_webhook import BellButtonPressedWebhook
    from .models.device_battery_level_changed_webhook import (
        DeviceBatteryLevelChangedWebhook,
    )
    from .models.device_connection_changed_webhook import DeviceConnectionChangedWebhook
    from .models.device_settings_changed_webhook import DeviceSettingsChangedWebhook
    from .models.lock_status_changed_webhook import LockStatusChangedWebhook
EVENTS: tuple[tuple[str, str, str], ...] = (
    ("event", "bell-button-pressed", "m:BellButtonPressedWebhook"),
    ("event", "device-battery-level-changed", "m:DeviceBatteryLevelChangedWebhook"),
    ("event", "device-connection-changed", "m:DeviceConnectionChangedWebhook"),
    ("event", "device-settings-changed", "m:DeviceSettingsChangedWebhook"),
    ("event", "lock-status-changed", "m:LockStatusChangedWebhook"),
)


def parse_webhook(
    body: bytes | str | Mapping[str, Any],
) -> (
    BellButtonPressedWebhook
    | DeviceBatteryLevelChangedWebhook
    | DeviceConnectionChangedWebhook
    | DeviceSettingsChangedWebhook
    | LockStatusChangedWebhook
    | UnknownWebhook
):
    """Return the event that a webhook's body tells of.

    One that the documentation doesn't know is an `UnknownWebhook`. Raises `UnexpectedResponse` for a body
    that is no JSON object.
    """
    made: (
        BellButtonPressedWebhook
        | DeviceBatteryLevelChangedWebhook
        | DeviceConnectionChangedWebhook
        | DeviceSettingsChangedWebhook
        | LockStatusChangedWebhook
        | UnknownWebhook
    ) = read_webhook(PARSER, EVENTS, body)
    return made
