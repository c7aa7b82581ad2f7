# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.bridge import Bridge
    from ..models.gate import Gate
    from ..models.lock import Lock


T = TypeVar("T", bound="DeviceGetAllWithDetailsEnvelopeResult")


@_attrs_define
class DeviceGetAllWithDetailsEnvelopeResult:
    """
    Attributes:
        bridges (list[Bridge]): the bridges
        dry_contacts (list[Any]): the dry contacts
        gates (list[Gate]): the gates
        keypads (list[Any]): the keypads
        locks (list[Lock]): the locks
    """

    bridges: list[Bridge]
    dry_contacts: list[Any]
    gates: list[Gate]
    keypads: list[Any]
    locks: list[Lock]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        bridges = []
        for bridges_item_data in self.bridges:
            bridges_item = bridges_item_data.to_dict()
            bridges.append(bridges_item)

        dry_contacts = self.dry_contacts

        gates = []
        for gates_item_data in self.gates:
            gates_item = gates_item_data.to_dict()
            gates.append(gates_item)

        keypads = self.keypads

        locks = []
        for locks_item_data in self.locks:
            locks_item = locks_item_data.to_dict()
            locks.append(locks_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "bridges": bridges,
                "dryContacts": dry_contacts,
                "gates": gates,
                "keypads": keypads,
                "locks": locks,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.bridge import Bridge  # noqa: PLC0415
        from ..models.gate import Gate  # noqa: PLC0415
        from ..models.lock import Lock  # noqa: PLC0415

        d = dict(src_dict)
        bridges = []
        _bridges = d.pop("bridges")
        for bridges_item_data in _bridges:
            bridges_item = Bridge.from_dict(bridges_item_data)

            bridges.append(bridges_item)

        dry_contacts = cast(list[Any], d.pop("dryContacts"))

        gates = []
        _gates = d.pop("gates")
        for gates_item_data in _gates:
            gates_item = Gate.from_dict(gates_item_data)

            gates.append(gates_item)

        keypads = cast(list[Any], d.pop("keypads"))

        locks = []
        _locks = d.pop("locks")
        for locks_item_data in _locks:
            locks_item = Lock.from_dict(locks_item_data)

            locks.append(locks_item)

        device_get_all_with_details_envelope_result = cls(
            bridges=bridges,
            dry_contacts=dry_contacts,
            gates=gates,
            keypads=keypads,
            locks=locks,
        )

        device_get_all_with_details_envelope_result.additional_properties = d
        return device_get_all_with_details_envelope_result

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
