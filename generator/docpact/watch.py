"""What a build depends on, watched."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from watchfiles import Change, watch

from docpact.config import Config
from docpact.errors import InputError

SUFFIXES = (".rst", ".py", ".yaml", ".yml", ".toml")
QUIET_MS = 200


def watch_sources(config: Config) -> Iterator[tuple[str, ...]]:
    """Yield the files that were saved, those saved at once together, again and again; nothing that a build writes.

    Ends when the process is interrupted. Raises `InputError` where there is nothing to watch.
    """
    docs = config.path(config.docs.source)
    if not docs.is_dir():
        raise InputError("is not a folder", where=str(docs), hint="name the pages' folder in docpact.toml")
    wanted = [docs, *([config.file] if config.file else [])]
    wanted += [config.path(name) for name in (config.spec.base, config.spec.overlays) if name]
    written = {config.path(config.spec.output).resolve(), config.path(config.spec.diagnostics).resolve()}

    def counts(_: Change, name: str) -> bool:
        path = Path(name)
        return path.suffix in SUFFIXES and not path.name.startswith(".") and path.resolve() not in written

    # A folder is watched for a file: editors save by putting another file in its place.
    folders = {path if path.is_dir() else path.parent for path in wanted if path.exists()}
    single = {path.resolve() for path in wanted if path.is_file()}
    trees = [path.resolve() for path in wanted if path.is_dir()]
    for changes in watch(*sorted(folders), watch_filter=counts, debounce=QUIET_MS, recursive=True):
        paths = sorted({Path(name).resolve() for _, name in changes})
        ours = [path for path in paths if path in single or any(path.is_relative_to(tree) for tree in trees)]
        if ours:
            yield tuple(map(str, ours))
