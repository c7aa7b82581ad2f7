"""A program as integrations have them, for type checkers in their strict modes: locks are watched, and locked."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
from collections.abc import Callable
from dataclasses import dataclass, field

from tedee_client import (
    ApiError,
    ApiResponse,
    AsyncPending,
    AsyncTedee,
    AuthenticationError,
    OperationFailed,
    OperationTimeout,
    RateLimited,
    Tokens,
    UnknownWebhook,
    parse_webhook,
)
from tedee_client.models import DeviceOperation, ExecuteCommand, Lock, LockState, LockStatusChangedWebhook, LockSync

LOG = logging.getLogger(__name__)


@dataclass
class House:
    """What is known of the locks."""

    api: AsyncTedee
    locks: dict[int, Lock] = field(default_factory=dict[int, Lock])
    states: dict[int, LockState | int] = field(default_factory=dict[int, LockState | int])
    listeners: list[Callable[[int], None]] = field(default_factory=list[Callable[[int], None]])

    async def start(self) -> None:
        """Fetch all locks."""
        answered: ApiResponse[list[Lock]] = await self.api.locks.with_raw_response.get_all(timeout=10)
        self.locks = {lock.id: lock for lock in answered.parsed if lock.id is not None}
        for lock in self.locks.values():
            if lock.created is not None and lock.created > dt.datetime(2020, 1, 1, tzinfo=dt.UTC):
                LOG.info("%s %s %s", lock.name, lock.created.date(), answered.headers.get("date"))

    async def refresh(self) -> None:
        """Fetch the states."""
        try:
            found: list[LockSync] = await self.api.locks.sync(retries=0)
        except RateLimited as error:
            LOG.info("later: %s", error.retry_after)
            return
        for lock in found:
            if lock.device_state and lock.device_state.state is not None:
                self.tell(lock.id, lock.device_state.state)

    def tell(self, lock: int, state: LockState | int) -> None:
        """Keep a state, and tell who listens."""
        self.states[lock] = state
        for listener in self.listeners:
            listener(lock)

    def hear(self, body: bytes) -> None:
        """Take a webhook."""
        told = parse_webhook(body)
        if isinstance(told, UnknownWebhook):
            LOG.info("%s", told.event)
        elif isinstance(told, LockStatusChangedWebhook):
            self.tell(told.data.device_id, told.data.state)

    async def lock_up(self) -> list[int]:
        """Lock what is not locked; return what could not be."""
        failed: list[int] = []
        for lock in [lock for lock, state in self.states.items() if state != LockState.LOCKED]:
            try:
                pending: AsyncPending[ExecuteCommand, DeviceOperation] = await self.api.locks.lock(lock)
                await pending.wait(timeout=20)
            except (OperationFailed, OperationTimeout, ApiError) as error:
                LOG.info("%s %s", error.request_id, error.error_messages)
                failed.append(lock)
        return failed


async def keep(tokens: Tokens) -> None:
    """Store the tokens."""
    await asyncio.to_thread(LOG.info, "%s", tokens)


async def main() -> None:
    """Run for a moment."""
    async with AsyncTedee(refresh_token="r", client_id="c", on_refresh=keep, keep_intervals=True) as api:
        house = House(api.with_options(headers={"X-House": "1"}))
        try:
            await house.start()
        except AuthenticationError as error:
            LOG.info("%s", error.scopes)
            return
        page = await api.device_activities.page_all(device_id=1, elements=50)
        while page.has_next_page():
            page = await page.next_page()
            LOG.info("%s", [activity.date.isoformat() for activity in page if activity.date is not None])
        LOG.info("%s", await house.lock_up())


if __name__ == "__main__":
    asyncio.run(main())
