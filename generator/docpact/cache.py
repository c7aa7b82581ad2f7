"""Texts kept from earlier runs, in the person's own cache folder.

An entry is found by the content of everything that it depends on, the tool's own files and the versions of its
libraries among them; nothing goes by time, so it is never stale. An entry that is damaged, cut off or missing costs
time and nothing else.

Whoever can write an entry decides what it says: its digest shows damage, not forgery. So entries are read from a
folder only that the person alone can write to and that no checkout can have brought.
"""

from __future__ import annotations

import json
import os
import platform
import shutil
import tempfile
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

from docpact.config import Config

# What the bytes of a document or a client depend on, beside the tool itself.
LIBRARIES = (
    "docutils", "jinja2", "jsonpath-rfc9535", "jsonschema-rs", "msgspec", "openapi-python-client",
    "openapi-spec-validator", "pyyaml", "referencing", "ruff",
)  # fmt: skip
FOLDER = "extractions"
OTHERS_MAY_WRITE = 0o022
DAY = 24 * 60 * 60
KEPT_DAYS = 30


@dataclass(frozen=True, slots=True)
class Cache:
    """The entries of one project, one of each kind."""

    folder: Path

    def load(self, kind: str, key: str) -> str | None:
        """Return the text that was stored by that key; None without one that is whole."""
        try:
            head, _, text = (self.folder / kind).read_text("utf-8").partition("\n")
        except (OSError, UnicodeDecodeError):
            return None
        return text if head == _head(key, text) else None

    def store(self, kind: str, key: str, text: str) -> None:
        """Put the text in the place of what was stored of that kind; nothing happens where it can't be written."""
        name = ""
        try:
            self.folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.folder.mkdir(mode=0o700, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self.folder)
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
                stream.write(f"{_head(key, text)}\n{text}")
            os.replace(name, self.folder / kind)  # noqa: PTH105 - the one call that replaces in one step.
            _remove_old(self.folder)
            _remove_old(self.folder.parent)
        except (OSError, UnicodeEncodeError):
            if name:
                Path(name).unlink(missing_ok=True)

    def load_lines(self, kind: str, key: str) -> dict[str, str]:
        """Return what `store_lines` stored; nothing where it isn't there, or not whole."""
        text = self.load(kind, key) or ""
        return {name: line for name, _, line in (entry.partition(" ") for entry in text.split("\n")) if line}

    def store_lines(self, kind: str, key: str, entries: Mapping[str, str]) -> None:
        """Store name → line of text; neither may hold a line break, nor the name a space."""
        self.store(kind, key, "\n".join(f"{name} {line}" for name, line in entries.items()))


def open_cache(config: Config, roots: Sequence[Path]) -> Cache | None:
    """Return the cache for those folders of documentation; None where no folder can be trusted to hold one.

    That is where there is no home, where the cache folder stands inside the project or any other git work tree (whoever
    sent the checkout may have filled it), and where another user owns it or can write to it.
    """
    try:
        folder = user_cache_path("docpact", appauthor=False) / FOLDER
        if not folder.is_absolute():
            return None
        folder = folder.resolve()
        project = [place.resolve() for place in ([config.root] if config.file else []) + [*roots]]
        checkouts = [up for up in (folder, *folder.parents) if (up / ".git").exists()]
        if checkouts or any(map(folder.is_relative_to, project)) or not _is_own(folder):
            return None
        return Cache(folder / fingerprint(map(str, project))[:32])
    except (OSError, RuntimeError):
        # No home that could be found, or one that can't be looked at.
        return None


def _is_own(folder: Path) -> bool:
    """Return whether nobody but the person can have written to the folder; a missing one is made by us, and private."""
    try:
        found = folder.stat()
    except FileNotFoundError:
        return True
    return not hasattr(os, "geteuid") or (found.st_uid == os.geteuid() and not found.st_mode & OTHERS_MAY_WRITE)


def _remove_old(folder: Path) -> None:
    """Remove what wasn't stored lately: the entries of a checkout that has gone, or what a killed run left."""
    oldest = time.time() - KEPT_DAYS * DAY
    for path in folder.iterdir():
        if path.stat().st_mtime < oldest:
            shutil.rmtree(path) if path.is_dir() else path.unlink()


@cache
def tool_fingerprint() -> str:
    """Return what stands for the tool: its own files, Python's version and those of the libraries."""
    parts = [platform.python_version(), *(f"{name} {library_version(name)}" for name in LIBRARIES)]
    root = Path(__file__).parent
    for folder, subfolders, files in os.walk(root):
        subfolders[:] = sorted(name for name in subfolders if name != "__pycache__")
        for name in sorted(files):
            path = f"{folder}/{name}"
            with open(path, "rb") as stream:  # noqa: PTH123 - two hundred files, before anything else is done.
                parts.append(f"{path.removeprefix(str(root))} {sha256(stream.read()).hexdigest()}")
    return fingerprint(parts)


def library_version(name: str) -> str:
    """Return the installed version of a distribution; empty where it isn't installed."""
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def fingerprint(parts: Iterable[str]) -> str:
    """Return a key for a sequence of texts, another for every other sequence."""
    return sha256(json.dumps(list(parts)).encode()).hexdigest()


def folder_fingerprint(files: Mapping[str, str]) -> str:
    """Return a key for the files of a folder."""
    return fingerprint(part for name, text in sorted(files.items()) for part in (name, text))


def _head(key: str, text: str) -> str:
    return f"{key} {sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()}"


def as_json(value: Any) -> str | None:  # noqa: ANN401 - a document.
    """Return the value as JSON; None for one that JSON would change, such as a mapping with numbers for keys."""
    try:
        text = json.dumps(value, ensure_ascii=False)
        return text if json.loads(text) == value else None
    except (TypeError, ValueError):
        return None
