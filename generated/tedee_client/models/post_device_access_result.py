# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._runtime.discretion import show as _show
from ..models.post_device_access_result_principal_type import (
    PostDeviceAccessResultPrincipalType,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.validation_error import ValidationError


T = TypeVar("T", bound="PostDeviceAccessResult")


@_attrs_define(init=False)
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

    display_name: str | Any
    id: UUID | Any
    principal_id: UUID | Any
    principal_type: int | PostDeviceAccessResultPrincipalType | Any
    success: bool | Any
    user_email: None | str | Any
    error: None | Unset | ValidationError | Any = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=_show)

    _came: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False, eq=False)

    def __init__(
        self,
        display_name: str,
        id: UUID,
        principal_id: UUID,
        principal_type: int | PostDeviceAccessResultPrincipalType,
        success: bool,
        user_email: None | str,
        error: None | Unset | ValidationError = UNSET,
    ) -> None:
        self.display_name = display_name
        self.id = id
        self.principal_id = principal_id
        self.principal_type = principal_type
        self.success = success
        self.user_email = user_email
        self.error = error
        self.additional_properties = {}
        self._came = None

    def to_dict(self) -> dict[str, Any]:
        """Return the members as JSON has them: what was read, with what was changed since."""
        from .._tables import PARSER

        return PARSER.dump("PostDeviceAccessResult", self)

    def to_json(self) -> str:
        """Return the members as a JSON text."""
        from .._runtime.parsing import to_json

        return to_json(self)

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        """Return what the members of a JSON object say, by the rules that responses are read by."""
        from .._tables import PARSER

        made: T = PARSER.read(cls, "PostDeviceAccessResult", src_dict)
        return made

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
