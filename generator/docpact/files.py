"""Writing so that nothing is ever half-written: beside, then renamed."""

from __future__ import annotations

import difflib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from errno import EEXIST, ENOTEMPTY
from pathlib import Path
from typing import TypeAlias

from docpact.errors import OutputError

DIFF_LINES = 60
MOST_ATTEMPTS = 5

Put: TypeAlias = Callable[[], None]
"""Puts in its place what was made beside it."""


@contextmanager
def output_errors(path: Path) -> Iterator[None]:
    """Turn what the operating system says about a path that cannot be written into an `OutputError`."""
    try:
        yield
    except OSError as error:
        hint = "choose another place, or make it writable"
        raise OutputError(f"cannot be written: {error.strerror or error}", where=str(path), hint=hint) from error


def write_text(path: Path, text: str) -> None:
    """Write the file whole or not at all; an existing one with the same text is left alone."""
    with staged_text(path, text) as put:
        put()


@contextmanager
def staged_text(path: Path, text: str) -> Iterator[Put]:
    """Yield what puts the file in its place, in one step: all that takes room is written by then, beside it.

    An existing file with the same text is left alone. Where nothing is put, nothing is left.
    """
    with output_errors(path):
        if path.is_file() and path.read_bytes() == text.encode():
            yield _nothing
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
                stream.write(text)
            shutil.copymode(path, name) if path.exists() else os.chmod(name, 0o644)  # noqa: PTH101
            yield lambda: _replace(name, path)
        finally:
            Path(name).unlink(missing_ok=True)


@contextmanager
def staged_folder(new: Path, target: Path) -> Iterator[Put]:
    """Yield what puts a finished folder in the place of another; it is beside it by then, wherever it came from."""
    with output_errors(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}."))
        try:
            # It may come from another disk, which no renaming can cross.
            moved = Path(shutil.move(new, beside / "new"))
            yield lambda: _exchange(moved, target, beside)
        finally:
            shutil.rmtree(beside, ignore_errors=True)


def _replace(name: str, path: Path) -> None:
    with output_errors(path):
        os.replace(name, path)  # noqa: PTH105 - the one call that replaces in one step.


def _exchange(new: Path, target: Path, beside: Path) -> None:
    """Put the folder in the place of the other, which goes beside; where that fails, the other is put back."""
    for attempt in range(MOST_ATTEMPTS):
        old = beside / f"old{attempt}"
        try:
            with output_errors(target), suppress(FileNotFoundError):
                target.rename(old)
            new.rename(target)
        except BaseException as error:
            # Another run may have put its own there in the meantime: that one is moved away as well.
            if isinstance(error, OSError) and error.errno in {ENOTEMPTY, EEXIST} and attempt < MOST_ATTEMPTS - 1:
                continue
            if old.exists() and not target.exists():
                old.rename(target)
            raise
        return


def _nothing() -> None:
    """Put nothing."""


def read_folder(folder: Path) -> dict[str, str]:
    """Return relative path → text of all files below the folder; caches and hidden files don't count."""
    found: dict[str, str] = {}
    for path in sorted(folder.rglob("*")):
        relative = path.relative_to(folder)
        hidden = any(part.startswith(".") or part == "__pycache__" for part in relative.parts)
        if path.is_file() and not hidden:
            found[relative.as_posix()] = path.read_text("utf-8", errors="replace")
    return found


def find_sources(root: Path, suffix: str = ".rst") -> Iterator[Path]:
    """Yield the tree's pages in name order; hidden folders, and links that lead out of the tree, are not followed."""
    whole = root.resolve()
    for folder, subfolders, files in os.walk(root, followlinks=False):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith((".", "_")))
        for name in sorted(files):
            path = Path(folder, name)
            # Only a link may lead elsewhere: the folders on the way are none.
            if name.endswith(suffix) and (not path.is_symlink() or path.resolve().is_relative_to(whole)):
                yield path


def format_difference(before: Mapping[str, str], after: Mapping[str, str]) -> str:
    """Return what is different between two sets of files as a unified diff, long ones cut; empty where nothing is."""
    parts: list[str] = []
    for name in sorted({*before, *after}):
        old, new = before.get(name), after.get(name)
        if old == new:
            continue
        lines = list(
            difflib.unified_diff(
                (old or "").splitlines(), (new or "").splitlines(),
                f"{name} (as it is)" if old is not None else "/dev/null",
                f"{name} (as it would be)" if new is not None else "/dev/null", lineterm="",
            )
        )  # fmt: skip
        # Two files may differ by more than their lines: one isn't there, and the other is empty.
        lines = lines or [f"{name}: {'is missing' if old is None else 'would go'}"]
        more = len(lines) - DIFF_LINES
        parts += lines[:DIFF_LINES] + ([f"... {more} more lines of {name}"] if more > 0 else [])
    return "\n".join(parts)
