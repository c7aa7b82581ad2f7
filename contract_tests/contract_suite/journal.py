"""The list of what the run created and has not deleted yet, written before each request: a crash loses nothing."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One resource that the run created, or may have created."""

    base_url: str
    path: str
    """The path that deletes it: `/thing/93a0…`; the collection's path as long as its id isn't known."""
    created: bool
    """Whether it is known to exist; false until the response says so."""


class Journal:
    """The entries in a file; None for a path keeps them in memory only."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.entries: list[Entry] = list(read_journal(path)) if path else []

    def open(self, entry: Entry) -> None:
        """Add an entry; it is on the disk when this returns."""
        self.entries.append(entry)
        self._write()

    def close(self, entry: Entry) -> None:
        """Remove an entry."""
        self.entries = [kept for kept in self.entries if kept != entry]
        self._write()

    def replace(self, old: Entry, new: Entry) -> None:
        """Replace one entry by another, in one step."""
        self.entries = [new if kept == old else kept for kept in self.entries]
        self._write()

    def _write(self) -> None:
        if self.path is None:
            return
        self.path.parent.mkdir(parents=True, exist_ok=True)
        beside = self.path.with_name(f".{self.path.name}.{os.getpid()}")
        with beside.open("w", encoding="utf-8") as stream:
            stream.writelines(json.dumps(asdict(entry)) + "\n" for entry in self.entries)
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(self.path)


def read_journal(path: Path) -> Iterator[Entry]:
    """Yield the entries of a file; lines that hold none are skipped."""
    lines = path.read_text("utf-8").splitlines() if path.is_file() else []
    for line in lines:
        try:
            raw = json.loads(line)
            yield Entry(base_url=str(raw["base_url"]), path=str(raw["path"]), created=bool(raw["created"]))
        except (ValueError, KeyError, TypeError):
            continue
