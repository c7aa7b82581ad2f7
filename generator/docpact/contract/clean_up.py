"""`docpact check --clean-up`: delete what a run created and could not delete."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import httpx

from docpact.contract.suite import Journal, read_journal
from docpact.errors import ServerError

GONE = frozenset({404, 410})


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanUp:
    """What became of the journal's entries about one server."""

    deleted: tuple[str, ...]
    """The paths that were deleted."""
    left: tuple[str, ...]
    """Lines about what a person must look after."""


def clean_up(path: Path, base_url: str, authorization: str) -> CleanUp:
    """Delete what the journal says was created on that server, and remove from the journal what is gone.

    Raises `ServerError` where the server doesn't respond.
    """
    journal, url = Journal(path), base_url.rstrip("/")
    headers = {"Authorization": authorization} if authorization else {}
    deleted: list[str] = []
    left: list[str] = []
    with httpx.Client(headers=headers, timeout=20, follow_redirects=False) as client:
        for entry in [entry for entry in journal.entries if entry.base_url == url]:
            if not entry.created:
                left.append(f"{entry.path}: a run was broken off while it created something here; look for it")
                journal.close(entry)
                continue
            try:
                status = client.delete(f"{url}{entry.path}").status_code
            except httpx.HTTPError as error:
                raise ServerError(f"no response: {type(error).__name__}", where=base_url) from None
            if httpx.codes.is_success(status) or status in GONE:
                deleted.append(entry.path)
                journal.close(entry)
            else:
                left.append(f"{entry.path}: DELETE gives {status}")
    return CleanUp(deleted=tuple(deleted), left=tuple(left))


def count_pending(journal: Path, base_url: str) -> int:
    """Return how many resources the journal says are still there on that server."""
    return sum(entry.base_url == base_url.rstrip("/") for entry in read_journal(journal))
