"""Undoing what the journal says a run did: at the end of that run, or by `--clean-up` after a crash."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

from contract_suite.differences import MOVING, find_change, find_inner, looks_like, project
from contract_suite.journal import Entry, Restoration

OK = 200
GONE = frozenset({404, 410})
MOMENTS = (0.0, 1.0)
"""Seconds before each look at a list: a server may still be working on the request of a run that was killed."""
DEEPEST = 4
"""How deep in a response the entries of a list may be."""
MOST_PAGES = 100
Fetch = Callable[[str, str, Any], tuple[int, Any]]
"""Method, path and body (None for none) → status, and the response's body as a JSON value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one entry: one of the three, or nothing where there was nothing to do."""

    deleted: str = ""
    """The path that was deleted."""
    restored: str = ""
    """The path of what was restored."""
    left: str = ""
    """Why it stays in the journal: a person must look after it."""

    @property
    def settled(self) -> bool:
        """Whether the thing is gone, or was found never to have been: then its entry may be dropped."""
        return not self.left


def undo_left_behind(entry: Entry, fetch: Fetch, sleep: Callable[[float], None] = time.sleep) -> Outcome:
    """Delete or restore what an entry is about. Where the id of something new isn't known, the list is searched.

    Only what wasn't in the list before and looks like what was sent is deleted, and only if it is the only such thing:
    others may have created something meanwhile.
    """
    if entry.changed is not None:
        return _restore(entry.path, entry.keys, entry.changed, fetch, sleep)
    if entry.created:
        return _delete(entry.path, fetch)
    if not entry.listing or not entry.delete or entry.known is None:
        return Outcome(left=f"{entry.path}: a run was broken off while it created something here; look for it")
    fitting: list[str] = []
    new: dict[str, Any] = {}
    for seconds in MOMENTS:
        sleep(seconds)
        status, listed = _read_pages(entry, fetch)
        if not _is_success(status):
            return Outcome(left=f"{entry.path}: a run was broken off while it created something here; the list that "
                                f"shows it gives {status}")  # fmt: skip
        new = {key: shown for key, shown in listed.items() if key not in entry.known}
        fitting = [key for key, shown in new.items() if looks_like(entry.sent, shown)]
        if fitting:
            break
    if len(fitting) > 1 or (new and not fitting and not (isinstance(entry.sent, dict) and entry.sent)):
        named = ", ".join(sorted(new))
        return Outcome(left=f"{entry.path}: a run was broken off while it created something here; it may be {named}")
    if not fitting:
        return Outcome()
    return _delete(entry.delete.replace("{}", quote(fitting[0], safe="")), fetch)


def _read_pages(entry: Entry, fetch: Fetch) -> tuple[int, dict[str, Any]]:
    """Return the entries of all pages of a list by their ids, with the status of the last page that was read."""
    status, body = fetch("GET", entry.listing, None)
    found = dict(_find_listed(body, entry.keys)) if _is_success(status) else {}
    for number in range(entry.first_page + 1, entry.first_page + MOST_PAGES) if entry.page and found else ():
        status, body = fetch("GET", f"{entry.listing}?{urlencode({entry.page: number})}", None)
        # Behind its last page a list may show nothing, respond 404, or show a page again.
        if status in GONE:
            return OK, found
        more = dict(_find_listed(body, entry.keys)) if _is_success(status) else {}
        if not more.keys() - found.keys():
            break
        found |= more
    return status, found


def _restore(
    path: str, keys: tuple[str, ...], changed: Restoration, fetch: Fetch, sleep: Callable[[float], None]
) -> Outcome:  # fmt: skip
    """Restore a thing, and look whether it is as it was: at once, and a moment later."""
    different, sent = "", False
    for seconds in MOMENTS:
        sleep(seconds)
        status, body = fetch("GET", path, None)
        now = _find_state(body, keys, changed) if _is_success(status) else None
        if now is None:
            return Outcome(left=f"{path}: a run was broken off while it changed this, and it isn't shown ({status})")
        different = _compare(changed, now)
        if not different:
            continue
        for method, where, content in changed.requests:
            fetch(method, where, _refresh(content, changed, now))
            sent = True
        status, body = fetch("GET", path, None)
        now = _find_state(body, keys, changed) if _is_success(status) else None
        different = _compare(changed, now) if now is not None else f"it isn't shown any more ({status})"
        if not different:
            break
    if different:
        return Outcome(
            left=f"{path}: a run changed this and was broken off; somebody has to change it back: {different}"
        )
    return Outcome(restored=path if sent else "")


def _find_state(body: Any, keys: tuple[str, ...], changed: Restoration) -> dict[str, Any] | None:  # noqa: ANN401 - any JSON value.
    if changed.key:
        return next((shown for key, shown in _find_listed(body, keys) if key == changed.key), None)
    payload = body.get(changed.payload) if changed.payload and isinstance(body, dict) else body
    return payload if isinstance(payload, dict) else None


def _compare(changed: Restoration, now: dict[str, Any]) -> str:
    moving = (changed.revision.lower(),) if changed.revision else ()
    if not changed.names:
        return find_change(changed.before, now, (*MOVING, *moving))
    names = frozenset(changed.names)
    return find_change(changed.before, project(find_inner(now, names), names), moving)


def _refresh(content: Any, changed: Restoration, now: dict[str, Any]) -> Any:  # noqa: ANN401 - any JSON value.
    """Return a body with the revision that is shown now: the one from before the run is out of date."""
    if not isinstance(content, dict) or changed.revision not in content:
        return content
    return {**content, changed.revision: find_inner(now, frozenset(content)).get(changed.revision)}


def _delete(path: str, fetch: Fetch) -> Outcome:
    status, _ = fetch("DELETE", path, None)
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
