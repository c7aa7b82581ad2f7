"""Writing so that nothing is ever half-written: beside, then renamed."""

from __future__ import annotations

import difflib
import os
import shutil
import stat
import sys
import tempfile
import time
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeAlias

from docpact.errors import OutputError

DIFF_LINES = 60
STAGED = ".docpact-"
PRIVATE = 0o600
"""The mode of files that only their owner may read."""

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


def write_text(path: Path, text: str, *, private: bool = False) -> None:
    """Write the file whole or not at all; an existing one with the same text is left alone.

    A private one can be read by its owner only; others get what the umask leaves.
    """
    with staged_text(path, text, private=private) as put:
        put()


def write_parts(path: Path, parts: Iterable[str], *, private: bool = False) -> None:
    """Write the file from parts that come one by one, whole or not at all: it may be larger than the memory."""
    with output_errors(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        name = path.parent / f"{STAGED}{uuid.uuid4().hex}"
        handle = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE if private else 0o666)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
                stream.writelines(parts)
            _replace(name, path)
        finally:
            name.unlink(missing_ok=True)


@contextmanager
def staged_text(path: Path, text: str, prefix: str = STAGED, *, private: bool = False) -> Iterator[Put]:
    """Yield what puts the file in its place, in one step: all that takes room is written by then, beside it.

    An existing file with the same text is left alone. Where nothing is put, nothing is left.
    """
    with output_errors(path):
        if path.is_file() and path.read_bytes() == text.encode():
            if private:
                path.chmod(PRIVATE)
            yield _nothing
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        name = path.parent / f"{prefix}{uuid.uuid4().hex}"
        handle = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE if private else 0o666)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
                stream.write(text)
            if path.exists() and not private:
                shutil.copymode(path, name)
            yield lambda: _replace(name, path)
        finally:
            name.unlink(missing_ok=True)


@contextmanager
def staged_folder(new: Path, target: Path, gone: Iterable[str], prefix: str = STAGED) -> Iterator[Put]:
    """Yield what puts a finished folder's files into another, each in one step; they are beside it by then.

    Files of the same text are left alone, and so are all others but those that are named as `gone`, relative to the
    target. Raises `OutputError`, before anything is put, where the target has a folder or a link in a file's way.
    """
    with output_errors(target):
        files = [path.relative_to(new) for path in sorted(new.rglob("*")) if path.is_file()]
        names = [name for name in files if not _is_same(new / name, target / name)]
        for name in names:
            _check_way(target / name, target)
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(dir=target.parent, prefix=prefix))
        try:
            # A copy: it may come from another disk, which no renaming can cross.
            for name in names:
                (beside / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(new / name, beside / name)
            yield lambda: _merge(beside, target, names, gone)
        finally:
            shutil.rmtree(beside, ignore_errors=True)


def _is_same(new: Path, there: Path) -> bool:
    return there.is_file() and not there.is_symlink() and there.read_bytes() == new.read_bytes()


def _check_way(path: Path, inside: Path) -> None:
    if path.is_dir():
        raise OutputError("is a folder where a file must be", where=str(path), hint="move it away")
    if not path.parent.resolve().is_relative_to(inside.resolve()):
        raise OutputError("is a link that leads elsewhere", where=str(path.parent), hint="move it away")


def _merge(staged: Path, target: Path, names: Iterable[Path], gone: Iterable[str]) -> None:
    for name in names:
        with output_errors(target / name):
            (target / name).parent.mkdir(parents=True, exist_ok=True)
        _replace(staged / name, target / name)
    for relative in gone:
        with output_errors(target / relative):
            (target / relative).unlink(missing_ok=True)
        _remove_empty((target / relative).parent, target)


def _remove_empty(folder: Path, top: Path) -> None:
    """Remove a folder in which nothing but Python's cache is left, and those above it, up to the top."""
    while folder != top and folder.is_dir() and not [path for path in folder.iterdir() if path.name != "__pycache__"]:
        shutil.rmtree(folder)
        folder = folder.parent


def _replace(staged: Path, path: Path) -> None:
    with output_errors(path):
        staged.replace(path)


@contextmanager
def exclusive(folder: Path) -> Iterator[bool]:
    """Have no other process in the block that is exclusive to the same folder; yield whether that could be had.

    The folder itself is locked, so that no file is left behind. Windows, and some network disks, have no such lock.
    """
    if sys.platform == "win32":
        yield False
        return
    import fcntl  # noqa: PLC0415 - Windows has none.

    handle = None
    try:
        handle = os.open(folder, os.O_RDONLY)
        fcntl.flock(handle, fcntl.LOCK_EX)
        locked = True
    except OSError:
        locked = False
    try:
        yield locked
    finally:
        if handle is not None:
            os.close(handle)


def remove_staged(folders: Iterable[Path], prefix: str, unused: float = 0) -> None:
    """Remove what runs that were killed have left there under names with that prefix, unused for so many seconds."""
    for folder in folders:
        for path in folder.glob(f"{prefix}*"):
            with suppress(OSError):
                if unused and path.lstat().st_mtime > time.time() - unused:
                    continue
                if path.is_dir() and not path.is_symlink():
                    shutil.rmtree(path)
                else:
                    path.unlink()


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


def find_sources(
    root: Path, suffixes: Sequence[str] = (".rst",), refuse: Callable[[Path, str], None] | None = None
) -> Iterator[Path]:
    """Yield the tree's pages in name order; folders that are hidden or begin with an underscore are not looked into.

    `refuse` is told of each path that looks like a page, or like a folder with some, and can't be one, and why.
    """
    endings = tuple(suffixes)
    yield from _find_files(root, lambda name: name.endswith(endings), (".", "_"), refuse or _pass_over)


def find_files(root: Path, refuse: Callable[[Path, str], None] | None = None) -> Iterator[Path]:
    """Yield every file of the tree in name order, but for hidden ones: pages, and whatever they may include."""
    yield from _find_files(root, lambda name: not name.startswith("."), (".", "_build"), refuse or _pass_over)


def _find_files(
    root: Path, wanted: Callable[[str], bool], skipped: tuple[str, ...], refuse: Callable[[Path, str], None]
) -> Iterator[Path]:
    """Yield the wanted regular files: a folder's own first, then those of its folders.

    Links to folders, and links that lead out of the tree, are not followed; nothing is opened.
    """
    whole = os.path.realpath(root)
    waiting = [root]
    while waiting:
        folder = waiting.pop()
        try:
            with os.scandir(folder) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except OSError as error:
            refuse(folder, f"cannot be looked into: {error.strerror}")
            continue
        below = [entry for entry in entries if entry.is_dir(follow_symlinks=False)]
        waiting += [Path(entry.path) for entry in reversed(below) if not entry.name.startswith(skipped)]
        for entry in entries:
            if wanted(entry.name) and not entry.is_dir(follow_symlinks=False):
                reason = _why_refused(entry, whole)
                if reason:
                    refuse(Path(entry.path), reason)
                else:
                    yield Path(entry.path)


def _why_refused(entry: os.DirEntry[str], whole: str) -> str:
    """Return why a file is not to be read; empty where it may be."""
    try:
        entry.path.encode()
        if entry.is_symlink() and not Path(os.path.realpath(entry.path, strict=True)).is_relative_to(whole):
            return "is a link that leads out of the documentation folder"
        return "" if stat.S_ISREG(entry.stat().st_mode) else "is no regular file"
    except UnicodeEncodeError:
        return "has a name that is not UTF-8"
    except OSError as error:
        return f"cannot be read: {error.strerror}"


def _pass_over(path: Path, reason: str) -> None:
    """Say nothing about a file that isn't read."""


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
