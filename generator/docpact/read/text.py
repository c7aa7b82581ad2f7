"""docutils inline nodes → `Text`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docutils import nodes

from docpact.diagnostics import Origin
from docpact.read.page import Link, LinkKind, Span, Style, Text
from docpact.read.sphinx_markup import LINK_ROLES, make_reference

STYLES = {
    nodes.emphasis: Style.EMPHASIS,
    nodes.strong: Style.STRONG,
    nodes.literal: Style.LITERAL,
    nodes.title_reference: Style.LITERAL,
}
# docutils wants a blank or punctuation after a role; pages write `:doc:`Lock <lock>`[]` all the same.
UNPARSED_ROLE = re.compile(rf":(?P<name>{'|'.join(LINK_ROLES)}):`(?P<text>[^`]+)`")


def read_text_node(node: nodes.Element, origin: Origin) -> Text:
    """Return the running text of a paragraph, title or other text element."""
    return Text(tuple(_spans(node, Style.PLAIN, None)), origin)


def join_texts(texts: list[Text], origin: Origin) -> Text:
    """Return several paragraphs as one text, a line break between them."""
    spans: list[Span] = []
    for text in texts:
        spans += [Span("\n"), *text.spans] if spans else text.spans
    return Text(tuple(spans), origin)


def _spans(node: nodes.Element, style: Style, link: Link | None) -> Iterator[Span]:
    words = ""
    for child in node.children:
        # docutils parts the text at what it objects to; a role that it missed is found only in the whole.
        if isinstance(child, nodes.Text | nodes.problematic):
            words += child.astext()
            continue
        yield from _split_roles(words, style, link)
        words = ""
        if isinstance(child, nodes.reference):
            yield from _spans(child, style, _link(child))
        elif isinstance(child, nodes.substitution_reference):
            yield Span(f"|{child.astext()}|", style, link)
        elif isinstance(child, nodes.Element) and not isinstance(child, nodes.Invisible | nodes.system_message):
            yield from _spans(child, STYLES.get(type(child), style), link)
    yield from _split_roles(words, style, link)


def _split_roles(text: str, style: Style, link: Link | None) -> Iterator[Span]:
    """Yield the text, and a link for each role in it that docutils did not take for one."""
    end = 0
    for found in UNPARSED_ROLE.finditer(text):
        if found.start() > end:
            yield Span(text[end : found.start()], style, link)
        node = make_reference(found["name"], found[0], found["text"])
        yield Span(node.astext(), style, _link(node))
        end = found.end()
    if end < len(text):
        yield Span(text[end:], style, link)


def _link(node: nodes.reference) -> Link | None:
    if "role" in node:
        return Link(LinkKind(node["role"]), node["target"])
    return Link(LinkKind.URL, node["refuri"]) if node.get("refuri") else None
