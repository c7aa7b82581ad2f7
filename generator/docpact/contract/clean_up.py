"""`docpact check --clean-up`: delete what a run created and could not delete."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from docpact.errors import ServerError
from docpact.files import write_text

GONE = frozenset({404, 410})


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanUp:
    """What became of the journal's entries about one server."""

    deleted: tuple[str, ...]
    left: tuple[str, ...]
    """Lines about what a person must look after."""


def clean_up(journal: Path, base_url: str, authorization: str | None) -> CleanUp:
    """Delete what the journal says was created on that server; what is gone is taken out of the journal.

    Raises `ServerError` where the server doesn't answer.
    """
    entries = _read(journal)
    mine = [entry for entry in entries if entry.get("base_url") == base_url.rstrip("/")]
    headers = {"Authorization": authorization} if authorization else {}
    deleted: list[str] = []
    left: list[str] = []
    with httpx.Client(headers=headers, timeout=20, follow_redirects=False) as client:
        for entry in mine:
            if not entry.get("created"):
                left.append(f"{entry['path']}: a run was broken off while it created something here; look for it")
                entries.remove(entry)
                continue
            try:
                status = client.delete(f"{base_url.rstrip('/')}{entry['path']}").status_code
            except httpx.HTTPError as error:
                raise ServerError(f"no answer: {type(error).__name__}", where=base_url) from None
            if httpx.codes.is_success(status) or status in GONE:
                deleted.append(entry["path"])
                entries.remove(entry)
                write_text(journal, _dump(entries))
            else:
                left.append(f"{entry['path']}: DELETE answers {status}")
    if mine:
        write_text(journal, _dump(entries))
    return CleanUp(deleted=tuple(deleted), left=tuple(left))


def pending(journal: Path, base_url: str) -> int:
    """Return how many things the journal says are still there on that server."""
    return sum(entry.get("base_url") == base_url.rstrip("/") for entry in _read(journal))


def _read(journal: Path) -> list[dict[str, Any]]:
    lines = journal.read_text("utf-8").splitlines() if journal.is_file() else []
    return [json.loads(line) for line in lines if line.strip()]


def _dump(entries: list[dict[str, Any]]) -> str:
    return "".join(json.dumps(entry) + "\n" for entry in entries)
