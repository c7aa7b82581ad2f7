# Generated from the API's documentation; the next build replaces it.
"""What a call raises."""

from ._runtime.exceptions import ApiError as ApiError
from ._runtime.exceptions import AuthenticationError as AuthenticationError
from ._runtime.exceptions import Conflict as Conflict
from ._runtime.exceptions import ConnectionFailed as ConnectionFailed
from ._runtime.exceptions import DeviceUnavailable as DeviceUnavailable
from ._runtime.exceptions import InvalidRequest as InvalidRequest
from ._runtime.exceptions import InvalidSignature as InvalidSignature
from ._runtime.exceptions import NotFound as NotFound
from ._runtime.exceptions import OperationFailed as OperationFailed
from ._runtime.exceptions import OperationTimeout as OperationTimeout
from ._runtime.exceptions import PermissionDenied as PermissionDenied
from ._runtime.exceptions import RateLimited as RateLimited
from ._runtime.exceptions import ServerError as ServerError
from ._runtime.exceptions import UnexpectedResponse as UnexpectedResponse

__all__ = (
    "ApiError",
    "AuthenticationError",
    "Conflict",
    "ConnectionFailed",
    "DeviceUnavailable",
    "InvalidRequest",
    "InvalidSignature",
    "NotFound",
    "OperationFailed",
    "OperationTimeout",
    "PermissionDenied",
    "RateLimited",
    "ServerError",
    "UnexpectedResponse",
)
