"""The list of what runs created or changed and have not undone yet, written before each request."""

from __future__ import annotations

import json
import os
import sys
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Restoration:
    """How to restore a thing that a run changes, without the document: for a run that is killed."""

    before: Any
    """What the thing showed before: the compared properties, or all of them."""
    names: tuple[str, ...]
    """The properties that are compared; empty for all that the thing shows."""
    requests: tuple[tuple[str, str, Any], ...]
    """Method, path and body of each request that restores; none where no request can."""
    revision: str = ""
    """The property that counts changes: requests get its current value, and it isn't compared."""
    payload: str = ""
    """The property of the envelope that holds a response's payload; empty for no envelope."""
    key: str = ""
    """The thing's id where its path shows a list; empty where it shows the thing itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One resource that a run created, or may have created, or changed."""

    base_url: str
    path: str
    """The path that deletes it: `/thing/93a0…`; the collection's path as long as its id isn't known; for something
    that was changed the path that shows it."""
    created: bool
    """Whether it is known to exist; false until the response says so."""
    id: str = field(default_factory=lambda: uuid.uuid4().hex)
    """What tells its line from all others; empty for a line that older versions wrote."""
    listing: str = ""
    """The path of the list that would show it; empty without one."""
    delete: str = ""
    """The path that would delete it, with `{}` for its id; empty where nothing does."""
    keys: tuple[str, ...] = ()
    """The names that the list's entries may have for their ids."""
    known: tuple[str, ...] | None = None
    """The ids that the list showed before; None where it wasn't read."""
    sent: Any = None
    """The body that was sent."""
    page: str = ""
    """The query parameter that chooses a page of the list; empty where the list isn't cut into pages."""
    first_page: int = 1
    """The number of the list's first page."""
    changed: Restoration | None = None
    """How to restore it, where the run changed it; None for something that the run created."""


class Journal:
    """The entries of one run in a file that all runs share; None for a path keeps them in memory only.

    Each change reads the file again, under a lock, and touches this run's own lines: those of other runs stay, and so
    do lines that cannot be read.
    """

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.entries: list[Entry] = list(read_journal(path)) if path else []
        """All entries, those of earlier runs included."""
        self.own: list[Entry] = []
        """The entries of this run."""

    def open(self, entry: Entry) -> None:
        """Add an entry; it is on the disk when this returns."""
        self.entries.append(entry)
        self.own.append(entry)
        self._write(lambda lines: [*lines, _dump(entry)])

    def close(self, entry: Entry) -> None:
        """Remove an entry: what it is about is gone, or was found never to have been."""
        self.entries = [kept for kept in self.entries if kept != entry]
        self.own = [kept for kept in self.own if kept != entry]
        self._write(lambda lines: _without(lines, entry))

    def replace(self, old: Entry, new: Entry) -> None:
        """Replace one entry by another, in one step."""
        self.entries = [new if kept == old else kept for kept in self.entries]
        self.own = [new if kept == old else kept for kept in self.own]
        self._write(lambda lines: [*_without(lines, old), _dump(new)])

    def _write(self, change: Callable[[list[str]], list[str]]) -> None:
        if self.path is None:
            return
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with _locked(self.path):
            beside = self.path.with_name(f".{self.path.name}.{os.getpid()}")
            beside.unlink(missing_ok=True)
            handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "w", encoding="utf-8", errors="surrogateescape") as stream:
                stream.writelines(line + "\n" for line in change(_read_lines(self.path)))
                stream.flush()
                os.fsync(stream.fileno())
            beside.replace(self.path)
            _sync_folder(self.path.parent)


def read_journal(path: Path) -> Iterator[Entry]:
    """Yield the entries of a file; lines that hold none are skipped, and stay in the file."""
    for line in _read_lines(path):
        if entry := _parse(line):
            yield entry


def count_unreadable(path: Path) -> int:
    """Return how many lines of a file hold no entry."""
    return sum(_parse(line) is None for line in _read_lines(path))


def _read_lines(path: Path) -> list[str]:
    text = path.read_text("utf-8", errors="surrogateescape") if path.is_file() else ""
    return [line for line in text.split("\n") if line.strip()]


def _dump(entry: Entry) -> str:
    return json.dumps(asdict(entry))


def _parse(line: str) -> Entry | None:
    try:
        raw = json.loads(line)
        known = raw.get("known")
        return Entry(
            base_url=str(raw["base_url"]), path=str(raw["path"]), created=bool(raw["created"]),
            id=str(raw.get("id", "")), listing=str(raw.get("listing", "")), delete=str(raw.get("delete", "")),
            keys=tuple(map(str, raw.get("keys", ()))), known=None if known is None else tuple(map(str, known)),
            sent=raw.get("sent"), page=str(raw.get("page", "")), first_page=int(raw.get("first_page", 1)),
            changed=_parse_restoration(raw.get("changed")),
        )  # fmt: skip
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _parse_restoration(raw: Any) -> Restoration | None:  # noqa: ANN401 - any JSON value.
    if raw is None:
        return None
    return Restoration(
        before=raw["before"], names=tuple(map(str, raw["names"])),
        requests=tuple((str(method), str(path), body) for method, path, body in raw["requests"]),
        **{name: str(raw.get(name, "")) for name in ("revision", "payload", "key")},
    )  # fmt: skip


def _without(lines: list[str], entry: Entry) -> list[str]:
    """Return the lines without that of an entry: one line, though others may say the same."""
    for number, line in enumerate(lines):
        found = _parse(line)
        if found is not None and (found.id == entry.id if entry.id else found == entry):
            return [*lines[:number], *lines[number + 1 :]]
    return lines


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Keep other processes from writing the file inside the block. Windows has no such lock."""
    if sys.platform == "win32":
        yield
        return
    import fcntl  # noqa: PLC0415 - Windows has none.

    # A file of its own, which stays: the journal itself is replaced by each change.
    handle = os.open(path.with_name(f".{path.name}.lock"), os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _sync_folder(folder: Path) -> None:
    """Have the new name of a file on the disk, too."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
