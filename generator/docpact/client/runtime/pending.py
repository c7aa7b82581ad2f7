"""Commands that are accepted first and carried out later."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from .exceptions import OperationFailed, OperationTimeout, UnexpectedResponse

# What a status is called while an operation goes on, also by a server that knows more of them than its documentation.
GOES_ON = frozenset({"pending", "inprogress", "queued", "running", "started", "processing", "waiting"})

Accepted = TypeVar("Accepted")
Status = TypeVar("Status")


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusRule:
    """How an operation's status is read, by the documentation."""

    identifier: str
    """The attribute of what was accepted that names the operation."""
    status: str
    """The attribute of the status that tells how it stands."""
    result: str
    """The attribute that is 0 if all is well; empty where there is none."""
    method: str = ""
    """The command's method, for what is raised."""
    path: str = ""
    """Its path, with `{}` in place of each parameter."""


class _Base(Generic[Accepted]):
    def __init__(self, accepted: Accepted, rule: StatusRule) -> None:
        self.accepted = accepted
        """What the server said when it took the command."""
        self._rule = rule

    @property
    def operation_id(self) -> str:
        """What to ask for; raises `UnexpectedResponse` where the server gave nothing."""
        identifier = getattr(self.accepted, self._rule.identifier, None)
        if identifier is None:
            text = "the command was accepted, but no operation id came with it"
            raise UnexpectedResponse(text, method=self._rule.method, path=self._rule.path)
        return str(identifier)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.accepted!r}>"

    def _ended(self, status: object) -> bool:
        stands = getattr(status, self._rule.status, None)
        if stands is None or "".join(filter(str.isalpha, str(stands))).lower() in GOES_ON:
            return False
        result = getattr(status, self._rule.result, None) if self._rule.result else None
        if result:
            text = f"operation {self.operation_id} ended as {stands} with result {result}"
            failure = OperationFailed(text, method=self._rule.method, path=self._rule.path)
            failure.operation = status
            raise failure
        return True

    def _expired(self, timeout: float, status: object) -> OperationTimeout:
        text = f"operation {self.operation_id} has not ended within {timeout:g} s"
        made = OperationTimeout(text, method=self._rule.method, path=self._rule.path)
        made.operation = status
        return made


class Pending(_Base[Accepted], Generic[Accepted, Status]):
    """A command that was accepted."""

    def __init__(self, accepted: Accepted, status: Callable[[str], Status], rule: StatusRule) -> None:
        super().__init__(accepted, rule)
        self._status = status

    def status(self) -> Status:
        """Return how it stands now."""
        return self._status(self.operation_id)

    def wait(self, *, timeout: float = 60, interval: float = 1) -> Status:
        """Return how it ended, asking every `interval` seconds.

        Raises `OperationFailed` where the device could not do it, `OperationTimeout` after `timeout` seconds.
        """
        end = time.monotonic() + timeout
        while not self._ended(status := self.status()):
            if time.monotonic() + interval > end:
                raise self._expired(timeout, status)
            time.sleep(interval)
        return status


class AsyncPending(_Base[Accepted], Generic[Accepted, Status]):
    """A command that was accepted, for an event loop."""

    def __init__(self, accepted: Accepted, status: Callable[[str], Awaitable[Status]], rule: StatusRule) -> None:
        super().__init__(accepted, rule)
        self._status = status

    async def status(self) -> Status:
        """Return how it stands now."""
        return await self._status(self.operation_id)

    async def wait(self, *, timeout: float = 60, interval: float = 1) -> Status:  # noqa: ASYNC109 - as `Pending.wait`.
        """As `Pending.wait`."""
        import asyncio  # noqa: PLC0415 - a synchronous program doesn't pay for it.

        end = time.monotonic() + timeout
        while not self._ended(status := await self.status()):
            if time.monotonic() + interval > end:
                raise self._expired(timeout, status)
            await asyncio.sleep(interval)
        return status
