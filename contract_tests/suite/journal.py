"""What the run created and has not deleted yet: written down before anything else, so that a crash loses nothing."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that exists because of us, or may."""

    base_url: str
    path: str
    """Where it is deleted: `/my/mobile/93a0…`; the collection's path where its id isn't known yet."""
    created: bool
    """Whether it is known to exist; false while the answer that says so is awaited."""


class Journal:
    """A file of entries; one that is gone again is taken out."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.entries: list[Entry] = list(read_journal(path)) if path else []

    def open(self, entry: Entry) -> None:
        """Write an entry down, on the disk before this returns."""
        self.entries.append(entry)
        self._write()

    def close(self, entry: Entry) -> None:
        """Take an entry out."""
        self.entries = [kept for kept in self.entries if kept != entry]
        self._write()

    def replace(self, old: Entry, new: Entry) -> None:
        """Put one entry in the place of another, in one step."""
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
    """Yield the entries of a file; lines that are none are left out."""
    lines = path.read_text("utf-8").splitlines() if path.is_file() else []
    for line in lines:
        try:
            raw = json.loads(line)
            yield Entry(base_url=str(raw["base_url"]), path=str(raw["path"]), created=bool(raw["created"]))
        except (ValueError, KeyError, TypeError):
            continue
