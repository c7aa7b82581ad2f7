# Generated from the API's documentation; the next build replaces it.
"""Answers that come in pages: as one iterator, or page by page."""

from __future__ import annotations

import datetime as dt
import logging
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from copy import copy
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from .exceptions import InvalidRequest

LOG = logging.getLogger(__name__.partition("._runtime.")[0])
FIRST_PAGE = 1
STEP = dt.timedelta(milliseconds=1)
"""What is added to the last entry's time, so that others of the same time are on the next page too."""
MOST_AT_ONCE = 10_000
"""The most entries that are asked for at once, to get past those that have one time."""
T = TypeVar("T")
_NAMING = re.compile(r"(^|_)(id|uuid|key|code|name|number)$")
"""Names of properties that may tell entries apart."""


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked for next."""

    position: Any
    """The page's number, or the time before which it begins."""
    size: Any
    """The number of entries; what the caller gave, or more."""


class Pages:
    """Tells from page to page whether there is another.

    The documentation doesn't say how the last page is known. It is the one that is empty, that has fewer entries than
    fit on it, that completes the documented total, or that has all entries of the one before: a server that doesn't
    know paging gives everything each time, and its entries are known again by their `id` though they have changed.
    """

    def __init__(self, items: str, asked: object) -> None:
        self._items, self._asked = items, asked
        self._number = FIRST_PAGE
        self._before: list[Any] | None = None
        self._seen = 0
        self.more: bool = True

    def ask(self) -> Ask:
        """Return what is asked for next."""
        return Ask(self._number, self._asked)

    def yields(self) -> bool:
        """Return whether something else can be asked for after a refusal: nothing here."""
        return False

    def take(self, answer: Any) -> list[Any]:  # noqa: ANN401 - whatever the operation answers.
        """Return the page's entries, and settle whether another page is worth asking for."""
        entries = getattr(answer, self._items, None) if self._items else answer
        entries = entries if isinstance(entries, list) else []
        if not entries or entries == self._before:
            self.more = False
            return []
        known, keys = _keys(self._before or []), _keys(entries)
        fresh = entries
        if known and keys:
            fresh = [entry for key, entry in zip(keys, entries, strict=True) if key not in known]
            self.more = bool(fresh) and not known.keys() <= keys.keys()
        self._before = entries
        self._number += 1
        self._seen += len(fresh)
        size = next((n for n in (getattr(answer, "items_per_page", None), self._asked) if isinstance(n, int)), None)
        total = getattr(answer, "total_count", None)
        full = size is None or len(entries) >= size
        self.more = self.more and full and not (isinstance(total, int) and self._seen >= total)
        return fresh


def _keys(entries: list[Any]) -> dict[Any, None]:
    """Return what the entries are known again by; nothing where no property of theirs tells them apart."""
    names = [name for name in (getattr(type(entries[0]), "__slots__", ()) if entries else ()) if _NAMING.search(name)]
    for name in sorted(names, key=lambda name: name != "id"):
        found = [getattr(entry, name, None) for entry in entries]
        keys = dict.fromkeys(key for key in found if isinstance(key, int | str) or type(key).__name__ == "UUID")
        if len(keys) == len(entries):
            return keys
    return {}


class Cursor:
    """Tells where the next page begins: at the last entry's time, so that no entry of that time is left out.

    A server gives what is before a time, so a moment more is asked for, and what was given already is dropped. Where
    a page has nothing else, more entries are asked for at once; where that doesn't help, the time itself is.
    """

    def __init__(self, attribute: str, start: object, asked: object, *, sized: bool) -> None:
        self._attribute, self._asked, self._size = attribute, asked, asked
        self._sized = sized
        self._recent: list[Any] = []
        """Entries given already that may come again."""
        self._last: Any = None
        self._strict = False
        self._start = start
        self.more: bool = True

    def ask(self) -> Ask:
        """Return what is asked for next."""
        if self._last is None:
            return Ask(self._start, self._asked)
        if self._strict or not isinstance(self._last, dt.datetime):
            return Ask(self._last, self._asked)
        return Ask(self._last + STEP, self._size)

    def yields(self) -> bool:
        """Return whether something else can be asked for after a refusal: fewer entries, where more were asked for."""
        if self._size == self._asked:
            return False
        self._strict, self._size = True, self._asked
        return True

    def take(self, answer: Any) -> list[Any]:  # noqa: ANN401 - whatever the operation answers.
        """Return the page's entries that are new, and move on."""
        entries = answer if isinstance(answer, list) else []
        fresh = self._drop_known(entries)
        last = getattr(entries[-1], self._attribute, None) if entries else None
        full = not isinstance(self._size, int) or len(entries) >= self._size
        if not fresh:
            self._widen(entries, full=full)
            return []
        if self._strict:
            LOG.warning("too many entries have the time %s: some of them can't be listed", self._last)
        self._strict, self._size = False, self._asked
        self.more = last is not None and full and (isinstance(last, dt.datetime) or last != self._last)
        self._last = last
        self._recent = [entry for entry in (*self._recent, *fresh) if self._may_come_again(entry)]
        return fresh

    def _drop_known(self, entries: list[Any]) -> list[Any]:
        left, fresh = list(self._recent), []
        for entry in entries:
            same = next((known for known in left if _same(known, entry)), None)
            if same is None:
                fresh.append(entry)
            else:
                left = [known for known in left if known is not same]
        return fresh

    def _may_come_again(self, entry: object) -> bool:
        time = getattr(entry, self._attribute, None)
        return not isinstance(time, dt.datetime) or not isinstance(self._last, dt.datetime) or time < self._last + STEP

    def _widen(self, entries: list[Any], *, full: bool) -> None:
        """Settle what is asked for after a page with nothing new."""
        if not entries or self._strict or not isinstance(self._last, dt.datetime):
            self.more = False
        elif self._sized and len(entries) * 2 <= MOST_AT_ONCE and full:
            self._size = len(entries) * 2
        else:
            self._strict, self._size = True, self._asked


def _same(one: Any, other: Any) -> bool:  # noqa: ANN401 - any entries.
    mine, its = getattr(one, "id", None), getattr(other, "id", None)
    return bool(mine == its) if isinstance(mine, int | str) and isinstance(its, int | str) else bool(one == other)


def _advance(state: Pages | Cursor, ask: Callable[[Any, Any], Any]) -> list[Any]:
    """Return the entries of the next page that has any; none where there is no such page."""
    while state.more:
        asked = state.ask()
        try:
            answer = ask(asked.position, asked.size)
        except InvalidRequest:
            if not state.yields():
                raise
            continue
        if entries := state.take(answer):
            return entries
    return []


async def _advance_async(state: Pages | Cursor, ask: Callable[[Any, Any], Awaitable[Any]]) -> list[Any]:
    """As `_advance`."""
    while state.more:
        asked = state.ask()
        try:
            answer = await ask(asked.position, asked.size)
        except InvalidRequest:
            if not state.yields():
                raise
            continue
        if entries := state.take(answer):
            return entries
    return []


class _Base(Generic[T]):
    def __init__(self, state: Pages | Cursor, ask: Callable[[Any, Any], Any], items: list[T]) -> None:
        self._state, self._ask = state, ask
        self.items: list[T] = items
        """The page's entries."""

    def __repr__(self) -> str:
        return f"<{type(self).__name__} with {len(self.items)} items>"

    def __iter__(self) -> Iterator[T]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def has_next_page(self) -> bool:
        """Return whether another page is worth asking for; it may turn out to be empty."""
        return self._state.more

    def _next_state(self) -> Pages | Cursor:
        if not self._state.more:
            raise ValueError("this is the last page")
        return copy(self._state)


class Page(_Base[T]):
    """One page of what an operation lists."""

    def next_page(self) -> Page[T]:
        """Return the next page; raises `ValueError` where it is the last."""
        state = self._next_state()
        return Page(state, self._ask, _advance(state, self._ask))


class AsyncPage(_Base[T]):
    """One page of what an operation lists, for an event loop."""

    async def next_page(self) -> AsyncPage[T]:
        """Return the next page; raises `ValueError` where it is the last."""
        state = self._next_state()
        return AsyncPage(state, self._ask, await _advance_async(state, self._ask))


def state_for(kind: str, member: str, start: object, size: object, *, sized: bool) -> Pages | Cursor:
    """Return what tells one page from the next: `page` counts, `cursor` goes by the time in `member`.

    `size` is the number of entries that the caller wants on a page; `sized` tells whether the operation takes one.
    """
    return Pages(member, size) if kind == "page" else Cursor(member, start, size, sized=sized)


def first_page(state: Pages | Cursor, ask: Callable[[Any, Any], Any]) -> Page[Any]:
    """Return the first page."""
    return Page(state, ask, _advance(state, ask))


async def first_page_async(state: Pages | Cursor, ask: Callable[[Any, Any], Awaitable[Any]]) -> AsyncPage[Any]:
    """As `first_page`."""
    return AsyncPage(state, ask, await _advance_async(state, ask))


def iterate(state: Pages | Cursor, ask: Callable[[Any, Any], Any]) -> Iterator[Any]:
    """Yield the entries of all pages; a page is asked for when its first entry is wanted."""
    while state.more:
        yield from _advance(state, ask)


async def iterate_async(state: Pages | Cursor, ask: Callable[[Any, Any], Awaitable[Any]]) -> AsyncIterator[Any]:
    """As `iterate`."""
    while state.more:
        for entry in await _advance_async(state, ask):
            yield entry
