"""`.. rest_parameters:: parameters.yaml` → the names that it lists, with their definitions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docpact.diagnostics import Diagnostic, Origin, Report
from docpact.dialects.os_api_ref.definitions import Definition, Library
from docpact.dialects.os_api_ref.yaml_text import (
    MappingNode,
    ScalarNode,
    SequenceNode,
    line_of,
    mapping_pairs,
    read_yaml,
    scalar_text,
)
from docpact.read.page import Directive


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One `- name: key`."""

    name: str
    """As the API calls it."""
    definition: Definition
    origin: Origin


def read_rest_parameters(directive: Directive, library: Library) -> tuple[Entry, ...]:
    """Return what the directive lists; an item that can't be read or has no definition is reported and left out."""
    report = library.report
    if directive.file is None:
        message = f"`{directive.argument.strip():.80}` can't be read; the parameters listed here are left out"
        report(Diagnostic(code="parameter-unknown", message=message, origin=directive.origin))
        return ()
    definitions = library.definitions(directive.file)
    entries: list[Entry] = []
    for name, key, origin in _items(directive, report):
        if key is None or key not in definitions:
            what = f"`{key:.80}` is not defined in {directive.file.path}" if key else "it names no definition"
            message = f"`{name:.80}` is left out: {what}"
            report(Diagnostic(code="parameter-unknown", message=message, origin=origin))
        else:
            entries.append(Entry(name=name, definition=definitions[key], origin=origin))
    if not entries and not directive.text.strip():
        report(Diagnostic(code="parameters-empty", message="the list is empty", origin=directive.origin))
    return tuple(entries)


def _items(directive: Directive, report: Report) -> Iterator[tuple[str, str | None, Origin]]:
    root = read_yaml(directive.text, directive.text_origin, report)
    if root is None:
        return
    # A mapping without hyphens names parameters as well.
    items = root.value if isinstance(root, SequenceNode) else [root]
    for item in items:
        if not isinstance(item, MappingNode):
            message = f"`{item.value if isinstance(item, ScalarNode) else item.tag:.80}` isn't `- name: key`"
            origin = line_of(item, directive.text_origin)
            report(Diagnostic(code="parameter-unknown", message=f"{message}; it is left out", origin=origin))
            continue
        for name, node, value in mapping_pairs(item):
            yield name, scalar_text(value), line_of(node, directive.text_origin)
