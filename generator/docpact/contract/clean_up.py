"""`docpact check --clean-up`: delete and restore what a run that was broken off left created or changed."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from docpact.contract.suite import Journal, KeyPlace, is_loopback, read_journal, undo_left_behind
from docpact.errors import ServerError

TIMEOUT = 20.0
LARGEST = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanUp:
    """What became of the journal's entries about one server."""

    deleted: tuple[str, ...]
    """The paths that were deleted."""
    restored: tuple[str, ...]
    """The paths of what was restored."""
    left: tuple[str, ...]
    """Lines about what a person must look after."""


def clean_up(path: Path, base_url: str, authorization: str, place: KeyPlace | None = None) -> CleanUp:
    """Delete what the journal says was created on that server, restore what was changed, and drop what is settled.

    `place` is where requests carry the credentials; None for the header `Authorization`.
    What can't be deleted, found or restored stays in the journal. Raises `ServerError` where the server doesn't
    respond.
    """
    journal, url = Journal(path), base_url.rstrip("/")
    place = place or KeyPlace()
    _, headers = place.apply(url, authorization) if authorization else ("", {})
    deleted: list[str] = []
    restored: list[str] = []
    left: list[str] = []
    # A proxy is for servers elsewhere, as in a run.
    with httpx.Client(
        headers=headers, timeout=TIMEOUT, follow_redirects=False, trust_env=not is_loopback(url)
    ) as client:

        def fetch(method: str, path: str, body: object) -> tuple[int, Any]:
            target = f"{url}{path}"
            return _fetch(client, method, place.apply(target, authorization)[0] if authorization else target, body)

        # The latest first: of two changes of one thing, the earlier one knows how it was before both.
        for entry in [entry for entry in reversed(journal.entries) if entry.base_url == url]:
            try:
                outcome = undo_left_behind(entry, fetch)
            except httpx.HTTPError as error:
                raise ServerError(f"no response: {type(error).__name__}", where=base_url) from None
            deleted += [outcome.deleted] if outcome.deleted else []
            restored += [outcome.restored] if outcome.restored else []
            left += [outcome.left] if outcome.left else []
            if outcome.settled:
                journal.close(entry)
    return CleanUp(deleted=tuple(deleted), restored=tuple(restored), left=tuple(left))


def count_pending(journal: Path, base_url: str) -> int:
    """Return how many resources the journal says are still there on that server."""
    return sum(entry.base_url == base_url.rstrip("/") for entry in read_journal(journal))


def _fetch(client: httpx.Client, method: str, url: str, body: object) -> tuple[int, Any]:
    """Return a response's status and JSON value; None if it isn't JSON, is too large or takes too long."""
    deadline = time.monotonic() + TIMEOUT
    with client.stream(method, url, json=body) as response:
        content = bytearray()
        for chunk in response.iter_bytes():
            content += chunk
            if len(content) > LARGEST or time.monotonic() > deadline:
                return response.status_code, None
        try:
            return response.status_code, json.loads(content or b"null")
        except (ValueError, RecursionError):
            return response.status_code, None
