"""Files of the documentation: read inside its folder only, and only so much of them."""

from __future__ import annotations

import os
import posixpath
import stat
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

LARGEST_FILE = 1024 * 1024
"""Bytes of a page or an included file. docutils needs a second for a tenth of that."""


class UnreadableFileError(Exception):
    """A file that must not or cannot be read; its text says why."""


def resolve_name(name: str, folder: str) -> str:
    """Return the path in the tree that a name means: relative to a folder of the tree, or with a slash to its root."""
    joined = name.lstrip("/") if name.startswith("/") else posixpath.join(folder, name)
    return posixpath.normpath(joined)


def digest_in_folder(root: Path | None, path: str, beside: Sequence[Path] = ()) -> str:
    """Return what stands for the content of a file in a folder; empty where it must not or cannot be read."""
    try:
        return sha256(read_in_folder(root, path, beside)).hexdigest()
    except UnreadableFileError:
        return ""


def read_in_folder(root: Path | None, path: str, beside: Sequence[Path] = ()) -> bytes:
    """Return the bytes of a file in a folder; raises `UnreadableFileError` with the reason where that must not be.

    `beside` are other folders that a path may lead to with `..`: those that the configuration names.

    A name or a link that leads out of the folder is refused, so is what is no regular file: reading a pipe would wait
    for ever, reading a device may take all memory.
    """
    if root is None:
        raise UnreadableFileError("is not read: there is no documentation folder")
    if path.startswith("..") and "\0" not in path:
        outside = Path(os.path.abspath(root / path))  # noqa: PTH100 - without following links, which comes next.
        for folder in beside:
            if outside.is_relative_to(os.path.abspath(folder)):  # noqa: PTH100 - as above.
                return read_regular(outside, folder)
    if path.startswith(("..", "/")) or "\0" in path:
        raise UnreadableFileError("leads out of the documentation folder")
    return read_regular(root / path, root)


def read_regular(path: Path, root: Path) -> bytes:
    """Return the bytes of a regular file in the folder; raises `UnreadableFileError` for any other."""
    try:
        real = os.path.realpath(path, strict=True)
        if not Path(real).is_relative_to(os.path.realpath(root)):
            raise UnreadableFileError("is a link that leads out of the documentation folder")
        found = os.stat(real)  # noqa: PTH116 - looked at before anything is opened.
        if not stat.S_ISREG(found.st_mode):
            raise UnreadableFileError("is no regular file")
        if found.st_size > LARGEST_FILE:
            raise UnreadableFileError(f"has {found.st_size:,} bytes; more than {LARGEST_FILE:,} are not read")
        with open(real, "rb") as stream:  # noqa: PTH123 - a path of the operating system's.
            # A buffer for the largest file would take longer than reading most files.
            content = stream.read(found.st_size + 1)
            if len(content) > found.st_size:
                content += stream.read(LARGEST_FILE)
    except FileNotFoundError:
        raise UnreadableFileError("does not exist") from None
    except (OSError, ValueError, RuntimeError) as error:
        raise UnreadableFileError(f"cannot be read: {getattr(error, 'strerror', None) or error}") from None
    if len(content) > LARGEST_FILE:
        raise UnreadableFileError(f"has more than {LARGEST_FILE:,} bytes")
    return content
