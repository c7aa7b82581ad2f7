# Generated from the API's documentation; the next build replaces it.
"""A client for Tedee API."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ._runtime.auth import Tokens as Tokens
    from ._runtime.calling import ApiResponse as ApiResponse
    from ._runtime.calling import CallOptions as CallOptions
    from ._runtime.paging import AsyncPage as AsyncPage
    from ._runtime.paging import Page as Page
    from ._runtime.pending import AsyncPending as AsyncPending
    from ._runtime.pending import Pending as Pending
    from ._runtime.webhooks import UnknownWebhook as UnknownWebhook
    from .client import AuthenticatedClient as AuthenticatedClient
    from .client import Client as Client
    from .exceptions import ApiError as ApiError
    from .exceptions import AuthenticationError as AuthenticationError
    from .exceptions import Conflict as Conflict
    from .exceptions import ConnectionFailed as ConnectionFailed
    from .exceptions import DeviceUnavailable as DeviceUnavailable
    from .exceptions import InvalidRequest as InvalidRequest
    from .exceptions import InvalidSignature as InvalidSignature
    from .exceptions import NotFound as NotFound
    from .exceptions import OperationFailed as OperationFailed
    from .exceptions import OperationTimeout as OperationTimeout
    from .exceptions import PermissionDenied as PermissionDenied
    from .exceptions import RateLimited as RateLimited
    from .exceptions import ServerError as ServerError
    from .exceptions import UnexpectedResponse as UnexpectedResponse
    from .facade import AsyncTedee as AsyncTedee
    from .facade import Tedee as Tedee
    from .types import UNSET as UNSET
    from .types import File as File
    from .types import Unset as Unset
    from .webhooks import parse_webhook as parse_webhook
_MODULES = {
    "ApiError": "exceptions",
    "ApiResponse": "_runtime.calling",
    "AsyncPage": "_runtime.paging",
    "AsyncPending": "_runtime.pending",
    "AsyncTedee": "facade",
    "AuthenticatedClient": "client",
    "AuthenticationError": "exceptions",
    "CallOptions": "_runtime.calling",
    "Client": "client",
    "Conflict": "exceptions",
    "ConnectionFailed": "exceptions",
    "DeviceUnavailable": "exceptions",
    "File": "types",
    "InvalidRequest": "exceptions",
    "InvalidSignature": "exceptions",
    "NotFound": "exceptions",
    "OperationFailed": "exceptions",
    "OperationTimeout": "exceptions",
    "Page": "_runtime.paging",
    "Pending": "_runtime.pending",
    "PermissionDenied": "exceptions",
    "RateLimited": "exceptions",
    "ServerError": "exceptions",
    "Tedee": "facade",
    "Tokens": "_runtime.auth",
    "UNSET": "types",
    "UnexpectedResponse": "exceptions",
    "UnknownWebhook": "_runtime.webhooks",
    "Unset": "types",
    "parse_webhook": "webhooks",
}
__version__ = "0.1.0"
__all__ = (
    "ApiError",
    "ApiResponse",
    "AsyncPage",
    "AsyncPending",
    "AsyncTedee",
    "AuthenticatedClient",
    "AuthenticationError",
    "CallOptions",
    "Client",
    "Conflict",
    "ConnectionFailed",
    "DeviceUnavailable",
    "File",
    "InvalidRequest",
    "InvalidSignature",
    "NotFound",
    "OperationFailed",
    "OperationTimeout",
    "Page",
    "Pending",
    "PermissionDenied",
    "RateLimited",
    "ServerError",
    "Tedee",
    "Tokens",
    "UNSET",
    "UnexpectedResponse",
    "UnknownWebhook",
    "Unset",
    "__version__",
    "parse_webhook",
)


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f".{_MODULES[name]}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
