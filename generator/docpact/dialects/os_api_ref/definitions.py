"""`parameters.yaml` and `status.yaml` → what they define, with the line of each entry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from docpact.diagnostics import Diagnostic, Origin, Report
from docpact.dialects.os_api_ref.vocabulary import DEFINITION_KEYS, FALSE, TRUE
from docpact.dialects.os_api_ref.yaml_text import (
    MappingNode,
    Node,
    ScalarNode,
    SequenceNode,
    line_of,
    mapping_pairs,
    read_yaml,
    scalar_text,
)
from docpact.read.fragment import read_fragment
from docpact.read.page import Block, SourceFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """An entry of `parameters.yaml`."""

    key: str
    location: str
    """The word after `in`; empty without one."""
    type: str
    """The words after `type`."""
    required: bool | None
    """None where nothing is said."""
    silent: bool
    """Whether nothing is said about `required`, not even something that can't be read."""
    description: tuple[Block, ...]
    format: str
    min_version: str
    max_version: str
    origin: Origin


@dataclass(slots=True)
class Library:
    """The YAML files of a documentation, each read once."""

    report: Report
    parameters: dict[str, Mapping[str, Definition]] = field(default_factory=dict)
    statuses: dict[str, Mapping[str, Mapping[str, tuple[Block, ...]]]] = field(default_factory=dict)

    def definitions(self, file: SourceFile) -> Mapping[str, Definition]:
        """Return the definitions of a `parameters.yaml` by their keys."""
        if file.path not in self.parameters:
            entries = _entries(file, self.report)
            self.parameters[file.path] = {
                key: _definition(key, origin, node, self.report) for key, (origin, node) in entries.items()
            }
        return self.parameters[file.path]

    def status_texts(self, file: SourceFile) -> Mapping[str, Mapping[str, tuple[Block, ...]]]:
        """Return the texts of a `status.yaml`: code → reason → text; `default` is a reason."""
        if file.path not in self.statuses:
            self.statuses[file.path] = {
                code: {
                    reason: _blocks(value, file.path, self.report)
                    for reason, _, value in mapping_pairs(node)
                    if isinstance(value, ScalarNode)
                }
                for code, (_, node) in _entries(file, self.report).items()
            }
        return self.statuses[file.path]


def _entries(file: SourceFile, report: Report) -> dict[str, tuple[Origin, MappingNode]]:
    """Return the mappings of a file by their keys. Of two with one key the last counts, as for os-api-ref."""
    start = Origin(file.path, 1)
    root = read_yaml(file.text, start, report)
    if root is None:
        return {}
    if not isinstance(root, MappingNode):
        message = "the file isn't a mapping of names to definitions; it is left out"
        report(Diagnostic(code="yaml-unreadable", message=message, origin=start))
        return {}
    found: dict[str, tuple[Origin, MappingNode]] = {}
    for key, key_node, value in mapping_pairs(root):
        origin = line_of(key_node, start)
        if not isinstance(value, MappingNode):
            message = f"`{key}` isn't a mapping with `in`, `type` and so on; it is left out"
            report(Diagnostic(code="definition-malformed", message=message, origin=origin))
            continue
        if key in found:
            message = f"`{key}` is defined twice; the last definition counts"
            report(Diagnostic(code="definition-repeated", message=message, origin=found[key][0], related=(origin,)))
        found[key] = (origin, value)
    return found


def _definition(key: str, origin: Origin, node: MappingNode, report: Report) -> Definition:
    start = Origin(origin.path, 1)
    values: dict[str, Node] = {}
    unknown: list[str] = []
    for name, name_node, value in mapping_pairs(node):
        values[name] = value
        if name not in DEFINITION_KEYS:
            unknown.append(name)
            message = f"`{key}` has a key `{name:.60}`, which means nothing here; what it says is unknown"
            report(Diagnostic(code="definition-key-unknown", message=message, origin=line_of(name_node, start)))
    words = {name: scalar_text(value) for name, value in values.items()}
    described = values.get("description")
    return Definition(
        key=key,
        location=(words.get("in") or "").strip().lower(),
        type=_type_words(values.get("type")),
        required=_truth(words.get("required")),
        silent="required" not in values and not get_close_matches("required", unknown, cutoff=0.8),
        description=_blocks(described, origin.path, report) if isinstance(described, ScalarNode) else (),
        format=(words.get("format") or "").strip(),
        min_version=(words.get("min_version") or "").strip(),
        max_version=(words.get("max_version") or "").strip(),
        origin=origin,
    )


def _type_words(node: Node | None) -> str:
    """Return the words after `type`; of a YAML list, as JSON Schema has it, with an `or` between them."""
    if isinstance(node, SequenceNode):
        return " or ".join(word.strip() for one in node.value if (word := scalar_text(one)))
    return (scalar_text(node) or "").strip() if node is not None else ""


def _truth(word: str | None) -> bool | None:
    if word is None:
        return None
    return True if word.strip().lower() in TRUE else False if word.strip().lower() in FALSE else None


def _blocks(node: ScalarNode, path: str, report: Report) -> tuple[Block, ...]:
    """Return a text of reStructuredText, parsed. A block scalar begins on the line below its `|`."""
    line = node.start_mark.line + (2 if node.style in {"|", ">"} else 1)
    return read_fragment(str(node.value), path, line, report) if node.value.strip() else ()
