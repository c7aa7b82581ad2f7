"""Commands that are accepted first and carried out later."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from .exceptions import ApiError, ConnectionFailed, OperationFailed, OperationTimeout, RateLimited, UnexpectedResponse

# What a status is called while an operation goes on, also by a server that knows more of them than its documentation.
GOES_ON = frozenset({"pending", "inprogress", "queued", "running", "started", "processing", "waiting"})

PASSING = frozenset({502, 503, 504})
"""Statuses of a gateway whose server may be back soon."""
TROUBLES = 3
"""How many status requests in a row may be lost, or get a gateway's error; limits may be met all the time."""
SHORTEST = 0.001
"""Seconds that a request has at least: none has less than nothing."""

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
    """The attribute that is 0 if all is well; empty without one."""
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


class _Watch:
    """The time that is left for an operation, and the troubles in asking for it."""

    def __init__(self, timeout: float, interval: float) -> None:
        self._end, self._interval = time.monotonic() + timeout, interval
        self._troubles = 0
        self.status: Any = None
        self.error: ApiError | None = None

    def options(self) -> dict[str, Any]:
        """Return how the next status request is sent: once, and for no longer than there is time."""
        return {"timeout": max(self._end - time.monotonic(), SHORTEST), "retries": 0}

    def take(self, status: object) -> None:
        """Keep what a status request gave."""
        self.status, self.error, self._troubles = status, None, 0

    def bear(self, error: ApiError) -> None:
        """Keep a failure that may pass; raises it where it won't, or came too often."""
        passes = isinstance(error, RateLimited | ConnectionFailed) or error.status in PASSING
        self._troubles += not isinstance(error, RateLimited)
        # A request that had no more time says nothing but that.
        late = isinstance(error, ConnectionFailed) and time.monotonic() >= self._end
        if not late and (not passes or self._troubles > TROUBLES):
            raise error
        self.error = error

    def pause(self) -> float | None:
        """Return the seconds until the next status request; None where there is no time for it."""
        wait = max(self._interval, getattr(self.error, "retry_after", None) or 0)
        return wait if time.monotonic() + wait <= self._end else None


class Pending(_Base[Accepted], Generic[Accepted, Status]):
    """A command that was accepted."""

    def __init__(self, accepted: Accepted, status: Callable[..., Status], rule: StatusRule) -> None:
        super().__init__(accepted, rule)
        self._status = status

    def status(self) -> Status:
        """Return how it stands now."""
        return self._status(self.operation_id)

    def wait(self, *, timeout: float = 60, interval: float = 1) -> Status:
        """Return how it ended, asking every `interval` seconds, or as seldom as `Retry-After` says.

        Raises `OperationFailed` where the device could not do it, `OperationTimeout` after `timeout` seconds, whatever
        the server answers.
        """
        watch, identifier = _Watch(timeout, interval), self.operation_id
        while True:
            try:
                status = self._status(identifier, **watch.options())
            except ApiError as error:
                watch.bear(error)
            else:
                watch.take(status)
                if self._ended(status):
                    return status
            pause = watch.pause()
            if pause is None:
                raise self._expired(timeout, watch.status) from watch.error
            time.sleep(pause)


class AsyncPending(_Base[Accepted], Generic[Accepted, Status]):
    """A command that was accepted, for an event loop."""

    def __init__(self, accepted: Accepted, status: Callable[..., Awaitable[Status]], rule: StatusRule) -> None:
        super().__init__(accepted, rule)
        self._status = status

    async def status(self) -> Status:
        """Return how it stands now."""
        return await self._status(self.operation_id)

    async def wait(self, *, timeout: float = 60, interval: float = 1) -> Status:  # noqa: ASYNC109 - as `Pending.wait`.
        """As `Pending.wait`."""
        import asyncio  # noqa: PLC0415 - a synchronous program doesn't pay for it.

        watch, identifier = _Watch(timeout, interval), self.operation_id
        while True:
            options = watch.options()
            try:
                async with asyncio.timeout(options["timeout"]):
                    status = await self._status(identifier, **options)
            except ApiError as error:
                watch.bear(error)
            except TimeoutError:
                raise self._expired(timeout, watch.status) from None
            else:
                watch.take(status)
                if self._ended(status):
                    return status
            pause = watch.pause()
            if pause is None:
                raise self._expired(timeout, watch.status) from watch.error
            await asyncio.sleep(pause)
