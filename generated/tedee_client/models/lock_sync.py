# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.lock_state_structure import LockStateStructure


T = TypeVar("T", bound="LockSync")


@_attrs_define
class LockSync:
    """What changes often about a lock.

    Attributes:
        device_state (LockStateStructure | None): its state; null where no bridge reaches it
        id (int): the lock's id
        is_connected (bool): whether a bridge reaches it
        revision (int): counts the changes of its configuration
    """

    device_state: LockStateStructure | None
    id: int
    is_connected: bool
    revision: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.lock_state_structure import LockStateStructure  # noqa: PLC0415

        device_state: dict[str, Any] | None
        if isinstance(self.device_state, LockStateStructure):
            device_state = self.device_state.to_dict()
        else:
            device_state = self.device_state

        id = self.id

        is_connected = self.is_connected

        revision = self.revision

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "deviceState": device_state,
                "id": id,
                "isConnected": is_connected,
                "revision": revision,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.lock_state_structure import LockStateStructure  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_device_state(data: object) -> LockStateStructure | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                device_state_type_0 = LockStateStructure.from_dict(data)

                return device_state_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(LockStateStructure | None, data)

        device_state = _parse_device_state(d.pop("deviceState"))

        id = d.pop("id")

        is_connected = d.pop("isConnected")

        revision = d.pop("revision")

        lock_sync = cls(
            device_state=device_state,
            id=id,
            is_connected=is_connected,
            revision=revision,
        )

        lock_sync.additional_properties = d
        return lock_sync

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
