"""Answers that come in pages, as one iterator."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from typing import Any

FIRST_PAGE = 1


class Pages:
    """Tells from page to page whether there is another.

    The documentation doesn't say how the last page is known. It is the one that is empty, that has fewer entries than
    fit on it, that completes the documented total, or that only repeats the one before: a server that doesn't know
    paging gives everything each time.
    """

    def __init__(self, items: str, asked: object) -> None:
        self._items, self._asked = items, asked
        self._before: list[Any] | None = None
        self._seen = 0
        self.more = True

    def take(self, answer: Any) -> list[Any]:  # noqa: ANN401 - whatever the operation answers.
        """Return the page's entries, and settle whether another page is worth asking for."""
        entries = getattr(answer, self._items, None) if self._items else answer
        entries = entries if isinstance(entries, list) else []
        if not entries or entries == self._before:
            self.more = False
            return []
        self._before = entries
        self._seen += len(entries)
        size = next((n for n in (getattr(answer, "items_per_page", None), self._asked) if isinstance(n, int)), None)
        total = getattr(answer, "total_count", None)
        full = size is None or len(entries) >= size
        self.more = full and not (isinstance(total, int) and self._seen >= total)
        return entries


class Cursor:
    """Tells where the next page begins: before the last entry's time."""

    def __init__(self, attribute: str, start: object, asked: object) -> None:
        self._attribute, self._asked = attribute, asked
        self.position = start
        self.more = True

    def take(self, answer: Any) -> list[Any]:  # noqa: ANN401 - whatever the operation answers.
        """Return the page's entries, and move on."""
        entries = answer if isinstance(answer, list) else []
        last = getattr(entries[-1], self._attribute, None) if entries else None
        self.more = last is not None and last != self.position
        if self.more and isinstance(self._asked, int):
            self.more = len(entries) >= self._asked
        self.position = last
        return entries


def iterate_pages(ask: Callable[[int], Any], *, items: str, size: object) -> Iterator[Any]:
    """Yield the entries of all pages; a page is asked for when its first entry is wanted."""
    pages, number = Pages(items, size), FIRST_PAGE
    while pages.more:
        yield from pages.take(ask(number))
        number += 1


async def iterate_pages_async(ask: Callable[[int], Awaitable[Any]], *, items: str, size: object) -> AsyncIterator[Any]:
    """As `iterate_pages`."""
    pages, number = Pages(items, size), FIRST_PAGE
    while pages.more:
        for entry in pages.take(await ask(number)):
            yield entry
        number += 1


def iterate_cursor(ask: Callable[[Any], Any], *, attribute: str, start: object, size: object) -> Iterator[Any]:
    """Yield the entries of all pages, from one time back to the beginning."""
    cursor = Cursor(attribute, start, size)
    while cursor.more:
        yield from cursor.take(ask(cursor.position))


async def iterate_cursor_async(
    ask: Callable[[Any], Awaitable[Any]], *, attribute: str, start: object, size: object
) -> AsyncIterator[Any]:
    """As `iterate_cursor`."""
    cursor = Cursor(attribute, start, size)
    while cursor.more:
        for entry in cursor.take(await ask(cursor.position)):
            yield entry
