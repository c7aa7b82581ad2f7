"""Where each operation is described: in the documentation, as `x-source` says, else in the document itself."""

from __future__ import annotations

from pathlib import Path

import yaml

from contract_suite.document import METHODS, Document
from contract_suite.loading import LOADER


def find_sources(document: Document, path: Path) -> dict[str, str]:
    """Return `file:line` by the operation's label; `path` is the document's file."""
    known = read_sources(document)
    return known if any(known.values()) else {**known, **dict(_find_lines(path))}


def read_sources(document: Document) -> dict[str, str]:
    """Return `file:line` of the documentation by the operation's label, empty where the document doesn't say."""
    return {operation.label: operation.source for operation in document.operations}


def _find_lines(path: Path) -> list[tuple[str, str]]:
    root = yaml.compose(path.read_text("utf-8"), Loader=LOADER)
    return [
        (f"{method.upper()} {template}", f"{path.name}:{line}")
        for section, paths, _ in _entries(root) if section == "paths"
        for template, path_item, _ in _entries(paths)
        for method, _, line in _entries(path_item) if method in METHODS
    ]  # fmt: skip


def _entries(node: yaml.Node | None) -> list[tuple[str, yaml.Node, int]]:
    """Return the keys of a mapping, each with its value and its line."""
    if not isinstance(node, yaml.MappingNode):
        return []
    return [(str(name.value), value, name.start_mark.line + 1) for name, value in node.value]
