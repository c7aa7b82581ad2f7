"""YAML of the documentation → nodes that know their lines. Nothing is constructed, so nothing of it can run or grow."""

from __future__ import annotations

from collections.abc import Iterator

import yaml
from yaml import MappingNode, Node, ScalarNode, SequenceNode

from docpact.diagnostics import Diagnostic, Origin, Report

__all__ = ["MappingNode", "Node", "ScalarNode", "SequenceNode", "line_of", "mapping_pairs", "read_yaml", "scalar_text"]

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MERGE = "tag:yaml.org,2002:merge"
NULL = "tag:yaml.org,2002:null"
DEEPEST_MERGE = 8
"""Merged mappings may merge others; an anchor that merges itself ends here."""


def read_yaml(text: str, origin: Origin, report: Report) -> Node | None:
    """Return the document's root node; None where it is empty, or can't be read, which is reported at its line.

    Scalars are taken as they are written, in YAML 1.1 and 1.2 alike: `2.20` isn't `2.2`, and a key `on` isn't true.
    """
    try:
        node: Node | None = yaml.compose(text, Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = origin.line + (mark.line if mark else 0)
        what = " ".join(str(error.problem or error.context or "it isn't YAML").split())
        _report_unreadable(what, Origin(origin.path, line), report)
    except yaml.YAMLError as error:
        _report_unreadable(str(error).split("\n", 1)[0], origin, report)
    except (RecursionError, ValueError) as error:
        _report_unreadable(f"it is nested too deep or malformed ({type(error).__name__})", origin, report)
    else:
        return node
    return None


def line_of(node: Node, origin: Origin) -> Origin:
    """Return where the node stands, for a text that begins at that origin."""
    return Origin(origin.path, origin.line + node.start_mark.line)


def scalar_text(node: Node | None) -> str | None:
    """Return the text of a scalar, as it is written; None for other nodes and for an empty value."""
    if not isinstance(node, ScalarNode) or node.tag == NULL:
        return None
    return str(node.value)


def mapping_pairs(node: MappingNode, depth: int = 0) -> Iterator[tuple[str, Node, Node]]:
    """Yield key, key node and value node of a mapping; what it merges (`<<`) comes first, so that its own keys win."""
    own: list[tuple[str, Node, Node]] = []
    for key, value in node.value:
        text = str(key.value) if isinstance(key, ScalarNode) else ""
        if key.tag == MERGE:
            merged = value.value if isinstance(value, SequenceNode) else [value]
            for one in merged if depth < DEEPEST_MERGE else []:
                if isinstance(one, MappingNode):
                    yield from mapping_pairs(one, depth + 1)
        else:
            own.append((text, key, value))
    yield from own


def _report_unreadable(what: str, origin: Origin, report: Report) -> None:
    report(Diagnostic(code="yaml-unreadable", message=f"the YAML can't be read: {what}", origin=origin))
