"""Which configuration and which documentation a command is about."""

from __future__ import annotations

import argparse
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
