"""The folder that the client is written into: what in it is ours, and where it may be.

Each file of a generated client says on its first line that the next build replaces it. Only such files are replaced or
removed; whatever else a person keeps in the folder stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from docpact.config import Config
from docpact.errors import OutputError, UsageError

MARK = b"the next build replaces it."
LONGEST_FIRST_LINE = 300
# The one file of a client that has no first line.
EMPTY = "py.typed"
DESCRIPTION = "pyproject.toml"


def check_client_folder(config: Config) -> Path:
    """Return the client's folder, links resolved; raises where a build could lose something that it didn't make.

    `UsageError` for a folder that isn't below the configuration's own, or that something configured is in;
    `OutputError` for one with files of which no client's description is.
    """
    name = config.client.folder
    folder, root = config.path(name).resolve(), config.root.resolve()
    where = f"{config.file or config.root} [client]"
    if folder == root or not folder.is_relative_to(root):
        hint = "name a folder of its own below the configuration's"
        raise UsageError(f"`folder` cannot be `{name}`: it is not inside the project", where=where, hint=hint)
    for kind, place in _configured(config):
        if config.path(place).resolve().is_relative_to(folder):
            hint = "name a folder that holds nothing but the client"
            raise UsageError(f"`folder` cannot be `{name}`: {kind} `{place}` is in it", where=where, hint=hint)
    check_emitted(folder, "name another [client] folder")
    return folder


def check_emitted(folder: Path, otherwise: str) -> None:
    """Raise `OutputError` where a client can't be put into the folder without harm to files of others.

    `otherwise` is what a person can do but move these away.
    """
    if folder.exists() and not folder.is_dir():
        raise OutputError("is not a folder", where=str(folder), hint=f"move it away, or {otherwise}")
    theirs = next(_visible(folder), None)
    if theirs and not _is_marked(folder / DESCRIPTION):
        hint = f"move {theirs.name} away, or {otherwise}"
        raise OutputError("holds files that docpact build didn't make", where=str(folder), hint=hint)


def read_emitted(folder: Path) -> dict[str, str]:
    """Return relative path → text of the files that a build has made; hidden ones and caches are none of them."""
    found: dict[str, str] = {}
    for path in _visible(folder):
        if _is_marked(path) or (path.name == EMPTY and path.is_file() and not path.stat().st_size):
            found[path.relative_to(folder).as_posix()] = path.read_text("utf-8", errors="replace")
    return found


def read_texts(folder: Path, names: Mapping[str, str]) -> dict[str, str]:
    """Return relative path → text of those of the names that are files, whoever has written them."""
    paths = {name: folder / name for name in names}
    return {name: path.read_text("utf-8", errors="replace") for name, path in paths.items() if path.is_file()}


def _configured(config: Config) -> Iterator[tuple[str, str]]:
    yield "the pages' folder", config.docs.source
    yield "the document", config.spec.output
    yield "the list of diagnostics", config.spec.diagnostics
    if config.spec.base:
        yield "the base document", config.spec.base
    if config.spec.overlays:
        yield "the overlays' folder", config.spec.overlays
    if config.file:
        yield "the configuration", config.file.name


def _visible(folder: Path) -> Iterator[Path]:
    """Yield the files below the folder by name; not hidden ones, those in hidden folders, and Python's caches."""
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") or part == "__pycache__" for part in path.relative_to(folder).parts)
        if not hidden and not (path.is_dir() and not path.is_symlink()):
            yield path


def _is_marked(path: Path) -> bool:
    if not path.is_file():
        return False
    try:
        with path.open("rb") as stream:
            return MARK in stream.readline(LONGEST_FIRST_LINE)
    except OSError:
        return False
