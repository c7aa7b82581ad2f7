# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.post_device_access_result_principal_type import (
    PostDeviceAccessResultPrincipalType,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.validation_error import ValidationError


T = TypeVar("T", bound="PostDeviceAccessResult")


@_attrs_define
class PostDeviceAccessResult:
    """What came of giving somebody access.

    Attributes:
        display_name (str): what the person or group is called
        id (UUID): the access's id
        principal_id (UUID): the person or group
        principal_type (int | PostDeviceAccessResultPrincipalType): who it is for: 0 = User, 1 = UserGroup
        success (bool): whether access was given
        user_email (None | str): the person's email address; null for a group
        error (None | Unset | ValidationError): why access was not given; null where it was
    """

    display_name: str
    id: UUID
    principal_id: UUID
    principal_type: int | PostDeviceAccessResultPrincipalType
    success: bool
    user_email: None | str
    error: None | Unset | ValidationError = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.validation_error import ValidationError  # noqa: PLC0415

        display_name = self.display_name

        id = str(self.id)

        principal_id = str(self.principal_id)

        principal_type: int
        if isinstance(self.principal_type, PostDeviceAccessResultPrincipalType):
            principal_type = self.principal_type.value
        else:
            principal_type = self.principal_type

        success = self.success

        user_email: None | str
        user_email = self.user_email

        error: dict[str, Any] | None | Unset
        if isinstance(self.error, Unset):
            error = UNSET
        elif isinstance(self.error, ValidationError):
            error = self.error.to_dict()
        else:
            error = self.error

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "displayName": display_name,
                "id": id,
                "principalId": principal_id,
                "principalType": principal_type,
                "success": success,
                "userEmail": user_email,
            }
        )
        if error is not UNSET:
            field_dict["error"] = error

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.validation_error import ValidationError  # noqa: PLC0415

        d = dict(src_dict)
        display_name = d.pop("displayName")

        id = UUID(d.pop("id"))

        principal_id = UUID(d.pop("principalId"))

        def _parse_principal_type(data: object) -> int | PostDeviceAccessResultPrincipalType:
            try:
                if not isinstance(data, int):
                    raise TypeError()
                principal_type_principal_type = PostDeviceAccessResultPrincipalType(data)

                return principal_type_principal_type
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(int | PostDeviceAccessResultPrincipalType, data)

        principal_type = _parse_principal_type(d.pop("principalType"))

        success = d.pop("success")

        def _parse_user_email(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        user_email = _parse_user_email(d.pop("userEmail"))

        def _parse_error(data: object) -> None | Unset | ValidationError:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                error_type_0 = ValidationError.from_dict(data)

                return error_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | ValidationError, data)

        error = _parse_error(d.pop("error", UNSET))

        post_device_access_result = cls(
            display_name=display_name,
            id=id,
            principal_id=principal_id,
            principal_type=principal_type,
            success=success,
            user_email=user_email,
            error=error,
        )

        post_device_access_result.additional_properties = d
        return post_device_access_result

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
