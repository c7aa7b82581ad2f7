"""`.. rest_status_code:: success status.yaml` → the statuses that it lists, with the texts of `status.yaml`."""

from __future__ import annotations

from collections.abc import Iterator

from docpact.diagnostics import Diagnostic, Origin
from docpact.dialects.os_api_ref.codes_in_words import Status, read_code
from docpact.dialects.os_api_ref.definitions import Library
from docpact.dialects.os_api_ref.yaml_text import (
    MappingNode,
    SequenceNode,
    line_of,
    mapping_pairs,
    read_yaml,
    scalar_text,
)
from docpact.dialects.statements import Source
from docpact.read.page import Block, Directive, Paragraph, Span, Text, flat_blocks

DEFAULT = "default"
SUCCESS = "success"


def read_rest_status_code(directive: Directive, library: Library) -> Iterator[Status]:
    """Yield the statuses of the directive; of one without a text in `status.yaml`, the code alone."""
    success = directive.argument.strip().lower().startswith(SUCCESS)
    texts = library.status_texts(directive.file) if directive.file is not None else {}
    for code, reason, origin in _items(directive, library):
        found = read_code(code, origin, library.report)
        if found is None:
            continue
        known = texts.get(code, {})
        if reason and reason not in known:
            message = f"status {code} has no reason `{reason:.60}` in status.yaml; its default is taken"
            library.report(Diagnostic(code="status-reason-unknown", message=message, origin=origin))
        blocks = known.get(reason or DEFAULT) or known.get(DEFAULT) or ()
        yield Status(code=found, normal=success, text=_text(blocks, origin), source=Source.DIRECTIVE, origin=origin)


def _items(directive: Directive, library: Library) -> Iterator[tuple[str, str | None, Origin]]:
    root = read_yaml(directive.text, directive.text_origin, library.report)
    if root is None:
        return
    for item in root.value if isinstance(root, SequenceNode) else [root]:
        if isinstance(item, MappingNode):
            for code, node, value in mapping_pairs(item):
                yield code, scalar_text(value), line_of(node, directive.text_origin)
        elif (text := scalar_text(item)) is not None:
            yield text, None, line_of(item, directive.text_origin)


def _text(blocks: tuple[Block, ...], origin: Origin) -> Text:
    """Return the words of all paragraphs, a line break between them."""
    spans: list[Span] = []
    for block in flat_blocks(blocks):
        if isinstance(block, Paragraph):
            spans += [Span("\n"), *block.text.spans] if spans else block.text.spans
    return Text(tuple(spans), origin)
