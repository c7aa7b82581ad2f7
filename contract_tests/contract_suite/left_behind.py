"""Deleting what the journal says a run created: at the end of that run, or by `--clean-up` after a crash."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from contract_suite.differences import looks_like
from contract_suite.journal import Entry

GONE = frozenset({404, 410})
MOMENTS = (0.0, 1.0)
"""Seconds before each look at a list: a server may still be working on the request of a run that was killed."""
DEEPEST = 4
"""How deep in a response the entries of a list may be."""
Fetch = Callable[[str, str], tuple[int, Any]]
"""Method and path → status, and the body as a JSON value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one entry: one of the three."""

    deleted: str = ""
    """The path that was deleted."""
    left: str = ""
    """Why it stays in the journal: a person must look after it."""

    @property
    def settled(self) -> bool:
        """Whether the thing is gone, or was found never to have been: then its entry may be dropped."""
        return not self.left


def delete_left_behind(entry: Entry, fetch: Fetch, sleep: Callable[[float], None] = time.sleep) -> Outcome:
    """Delete what an entry is about. Where its id isn't known, it is looked for in the list.

    Only what wasn't in the list before and looks like what was sent is deleted, and only if it is the only such thing:
    others may have created something meanwhile.
    """
    if entry.created:
        return _delete(entry.path, fetch)
    if not entry.listing or not entry.delete or entry.known is None:
        return Outcome(left=f"{entry.path}: a run was broken off while it created something here; look for it")
    fitting: list[str] = []
    new: dict[str, Any] = {}
    for seconds in MOMENTS:
        sleep(seconds)
        status, body = fetch("GET", entry.listing)
        if not _is_success(status):
            return Outcome(left=f"{entry.path}: a run was broken off while it created something here; the list that "
                                f"shows it gives {status}")  # fmt: skip
        new = {key: shown for key, shown in _find_listed(body, entry.keys) if key not in entry.known}
        fitting = [key for key, shown in new.items() if looks_like(entry.sent, shown)]
        if fitting:
            break
    if len(fitting) > 1 or (new and not fitting and not (isinstance(entry.sent, dict) and entry.sent)):
        named = ", ".join(sorted(new))
        return Outcome(left=f"{entry.path}: a run was broken off while it created something here; it may be {named}")
    if not fitting:
        return Outcome()
    return _delete(entry.delete.replace("{}", quote(fitting[0], safe="")), fetch)


def _delete(path: str, fetch: Fetch) -> Outcome:
    status, _ = fetch("DELETE", path)
    return (
        Outcome(deleted=path)
        if _is_success(status) or status in GONE
        else Outcome(left=f"{path}: DELETE gives {status}")
    )


def _is_success(status: int) -> bool:
    return 200 <= status < 300  # noqa: PLR2004 - RFC 9110, section 15.


def _find_listed(value: Any, keys: tuple[str, ...], depth: int = 0) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - any JSON value.
    """Yield the objects in the lists of a response, each with its id."""
    if depth > DEEPEST:
        return
    if isinstance(value, dict):
        for inner in value.values():
            yield from _find_listed(inner, keys, depth + 1)
    for entry in value if isinstance(value, list) else ():
        named = (entry[key] for key in keys if entry.get(key) is not None) if isinstance(entry, dict) else iter(())
        key = next(named, None)
        if isinstance(key, str | int):
            yield str(key), entry
