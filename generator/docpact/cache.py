"""What is known from earlier runs, beside the output: pages, whole extractions, and which client a document gives.

Nothing goes by time: an entry is found by the content of all that it depends on, the tool's own code and the versions
of what it builds on. So it is never stale, whatever a clock says; a folder that is deleted, cut off, written by
another or by two at once costs time and nothing else.
"""

from __future__ import annotations

import json
import os
import platform
import sys
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from math import isfinite
from pathlib import Path
from typing import Any

FOLDER = ".docpact-cache"
# As folders of metadata are named: small letters, underscores.
LIBRARIES = (
    "docutils", "jinja2", "jsonpath_rfc9535", "jsonschema_rs", "openapi_python_client", "openapi_spec_validator",
    "pyyaml", "ruff",
)  # fmt: skip
IGNORED = "# Made by docpact; it may be deleted at any time.\n*\n"


@cache
def tool_fingerprint() -> str:
    """Return what stands for the tool: its own files, Python's version and those of the libraries."""
    parts = [platform.python_version(), *(f"{name} {version}" for name, version in library_versions().items())]
    root = Path(__file__).parent
    for folder, subfolders, files in os.walk(root):
        subfolders[:] = sorted(name for name in subfolders if name != "__pycache__")
        for name in sorted(files):
            path = f"{folder}/{name}"
            with open(path, "rb") as stream:  # noqa: PTH123 - two hundred files, before anything else is done.
                parts.append(f"{path.removeprefix(str(root))} {sha256(stream.read()).hexdigest()}")
    return fingerprint(parts)


def library_versions() -> dict[str, str]:
    """Return the version of each library, as the name of the folder with its metadata has it; empty for a missing one.

    `importlib.metadata` says the same, and takes longer to import than all the rest of a run that finds nothing new.
    """
    wanted = dict.fromkeys(LIBRARIES, "")
    for place in sys.path:
        try:
            names = os.listdir(place or ".")  # noqa: PTH208 - names are all that is wanted.
        except OSError:
            continue
        for name in names:
            if name.endswith((".dist-info", ".egg-info")):
                library, _, rest = name.lower().partition("-")
                if wanted.get(library) == "":
                    wanted[library] = rest.rpartition(".")[0]
    return wanted


def fingerprint(parts: Iterable[str]) -> str:
    """Return a key for a sequence of texts, another for every other sequence."""
    return sha256(json.dumps(list(parts)).encode()).hexdigest()


def folder_fingerprint(files: Mapping[str, str]) -> str:
    """Return a key for the files of a folder."""
    return fingerprint(part for name, text in sorted(files.items()) for part in (name, text))


class Known(dict[str, str]):
    """Entries that are known, and those of them that were used or added: what else there is can go."""

    def __init__(self, entries: Mapping[str, str]) -> None:
        super().__init__(entries)
        self.used: dict[str, str] = {}

    def __getitem__(self, key: str) -> str:
        found = self.used[key] = super().__getitem__(key)
        return found

    def __setitem__(self, key: str, entry: str) -> None:
        super().__setitem__(key, entry)
        self.used[key] = entry


@dataclass(frozen=True, slots=True)
class Cache:
    """The entries that belong to one output."""

    output: Path
    pending: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Kind → key and text of what is stored when the output is written: a run that writes nothing leaves nothing."""

    def load(self, kind: str, key: str) -> str | None:
        """Return the text that was stored by the key; None where there is none, or none that is whole."""
        try:
            head, _, text = self._path(kind).read_text("utf-8").partition("\n")
        except (OSError, UnicodeDecodeError):
            return None
        return text if head == _head(key, text) else None

    def store(self, kind: str, key: str, text: str) -> None:
        """Have `flush` put the text in the place of what was stored of that kind."""
        self.pending[kind] = key, text

    def flush(self) -> None:
        """Write what is to be stored; where that can't be done, nothing is known."""
        for kind, (key, text) in self.pending.items():
            self._write(kind, key, text)
        self.pending.clear()

    def _write(self, kind: str, key: str, text: str) -> None:
        path = self._path(kind)
        name = ""
        try:
            path.parent.mkdir(exist_ok=True)
            ignore = path.parent / ".gitignore"
            if not ignore.exists():
                ignore.write_text(IGNORED, "utf-8")
            handle, name = tempfile.mkstemp(dir=path.parent)
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
                stream.write(f"{_head(key, text)}\n{text}")
            os.replace(name, path)  # noqa: PTH105 - the one call that replaces in one step.
        except (OSError, UnicodeEncodeError):
            if name:
                Path(name).unlink(missing_ok=True)

    def load_lines(self, kind: str, key: str) -> dict[str, str]:
        """Return what `store_lines` stored; nothing where it isn't there, or not whole."""
        text = self.load(kind, key) or ""
        return {name: line for name, _, line in (entry.partition(" ") for entry in text.split("\n")) if line}

    def store_lines(self, kind: str, key: str, entries: Mapping[str, str]) -> None:
        """Store name → line of text."""
        self.store(kind, key, "\n".join(f"{name} {line}" for name, line in entries.items()))

    def _path(self, kind: str) -> Path:
        return self.output.parent / FOLDER / f"{self.output.name}.{kind}"


def _head(key: str, text: str) -> str:
    return f"{key} {sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()}"


def as_json(value: Any) -> str | None:  # noqa: ANN401 - a document.
    """Return the value as JSON; None for one that JSON would change, such as a key that is a number."""
    return json.dumps(value, ensure_ascii=False) if _is_json(value) else None


def _is_json(value: Any) -> bool:  # noqa: ANN401
    kind = type(value)
    if kind is dict:
        return all(type(key) is str and (type(inner) is str or _is_json(inner)) for key, inner in value.items())
    if kind is list:
        return all(type(inner) is str or _is_json(inner) for inner in value)
    return kind is str or kind is int or kind is bool or value is None or (kind is float and isfinite(value))
