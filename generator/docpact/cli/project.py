"""Which configuration and which documentation a command is about."""

from __future__ import annotations

import argparse
import glob
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from docpact.config import FILE, PYPROJECT, Config, config_for, find_config, load_config
from docpact.errors import UsageError


def find_project(options: argparse.Namespace, *, needed: bool = True) -> Config:
    """Return the configuration that is named, or the nearest; raises `UsageError` where one is needed and missing."""
    found = options.config or find_config(Path.cwd())
    if found is None and needed:
        hint = "run it in a project's folder, or name the file with --config, or use docpact extract DOCS"
        raise UsageError(
            f"no {FILE} here or above, and no {PYPROJECT} with [tool.docpact]", where=str(Path.cwd()), hint=hint
        )
    return load_config(found) if found else Config(root=Path.cwd())


def find_documentation(options: argparse.Namespace) -> tuple[Config, list[Path]]:
    """Return the configuration and the folders with the pages: those that are named, else the configured one."""
    if not options.docs:
        config = find_project(options)
        return config, [config.path(config.docs.source)]
    return load_config(options.config) if options.config else config_for(options.docs[0]), list(options.docs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a command is to look at."""

    config: Config
    roots: list[Path]
    """The folders that are read: pages link to one another, so each is read whole."""
    pages: frozenset[Path] | None
    """The only files whose diagnostics are asked for, resolved; None for all."""

    def asks_for(self, file: Path | None) -> bool:
        """Tell whether the diagnostics of that file are asked for."""
        return self.pages is None or (file is not None and file.resolve() in self.pages)


def find_wanted(options: argparse.Namespace) -> Wanted:
    """Return what the arguments name: folders, single pages, or patterns of pages such as `docs/**/*.rst`.

    Raises `UsageError` for a pattern that fits no page.
    """
    named = [path for argument in options.docs for path in _expand(argument)]
    files = [path for path in named if path.is_file()]
    if not files:
        options.docs = named
        config, roots = find_documentation(options)
        return Wanted(config=config, roots=roots, pages=None)
    folders = [path for path in named if not path.is_file()]
    config = load_config(options.config) if options.config else _config_over(files[0])
    roots = list(dict.fromkeys([*folders, *(_root_of(file, config) for file in files)]))
    inside = {path.resolve() for folder in folders for path in folder.rglob("*") if path.is_file()}
    return Wanted(config=config, roots=roots, pages=frozenset(inside | {path.resolve() for path in files}))


def _expand(argument: Path) -> Iterator[Path]:
    if argument.exists() or not glob.has_magic(str(argument)):
        yield argument
        return
    found = sorted(Path(name) for name in glob.glob(str(argument), recursive=True))  # noqa: PTH207 - `**` in any place.
    if not found:
        raise UsageError("fits no page", where=str(argument), hint="name folders, pages, or a pattern of pages")
    yield from (path for path in found if path.is_file())


def _config_over(file: Path) -> Config:
    """Return the nearest configuration above a page, where the page is of the documentation that it names."""
    found = find_config(file.parent)
    config = load_config(found) if found else Config(root=Path.cwd())
    inside = file.resolve().is_relative_to(config.path(config.docs.source).resolve())
    return config if inside else Config(root=Path.cwd())


def _root_of(file: Path, config: Config) -> Path:
    """Return the folder of the documentation that a page is of.

    The configured one, else the nearest with a `conf.py`, else the outermost with an `index.rst`.
    """
    source = config.path(config.docs.source)
    if config.file and file.resolve().is_relative_to(source.resolve()):
        return source
    above = list(file.absolute().parents)
    with_conf = [folder for folder in above if (folder / "conf.py").is_file()]
    with_index = [folder for folder in above if (folder / "index.rst").is_file()]
    root = next(iter([*with_conf[:1], *with_index[-1:]]), file.parent)
    return root if file.is_absolute() else Path(os.path.relpath(root))
