"""docutils inline nodes → `Text`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from docutils import nodes

from docpact.diagnostics import Origin
from docpact.read.conf import SUBSTITUTION
from docpact.read.page import Link, LinkKind, Span, Style, Text
from docpact.read.roles import LINK_ROLES, make_reference

STYLES = {
    nodes.emphasis: Style.EMPHASIS,
    nodes.strong: Style.STRONG,
    nodes.literal: Style.LITERAL,
    nodes.title_reference: Style.LITERAL,
}
# docutils wants a blank or punctuation after a role; pages write `:doc:`Lock <lock>`[]` all the same.
UNPARSED_ROLE = re.compile(rf":(?P<name>{'|'.join(LINK_ROLES)}):`(?P<text>[^`]+)`")
LONGEST_EXPANSION = 100_000
"""Characters that the substitutions of one page may add: a few that name one another twice grow without end."""
DEEPEST_NAME = 20
"""Names whose definitions name one another."""


@dataclass(slots=True)
class Substitutions:
    """What the `|name|`s of a page stand for."""

    definitions: dict[str, nodes.Element] = field(default_factory=dict)
    """By the name in lower case."""
    left: int = LONGEST_EXPANSION
    active: list[str] = field(default_factory=list)
    """The names that are being replaced: a definition may name another, but not itself."""

    @classmethod
    def of(cls, document: nodes.document, defaults: dict[str, str]) -> Substitutions:
        """Return the definitions on the page, and the defaults for names that it doesn't define."""
        own = {name.lower(): node for name, node in document.substitution_defs.items()}
        return cls({name: nodes.inline("", text) for name, text in defaults.items() if text} | own)

    def begin(self, name: str) -> nodes.Element | None:
        """Return what the name stands for, and remember that it is being replaced; None where it can't be."""
        name = " ".join(name.split()).lower()
        found = self.definitions.get(name)
        if found is None or name in self.active or self.left <= 0 or len(self.active) >= DEEPEST_NAME:
            return None
        self.left -= len(found.rawsource) + 1
        self.active.append(name)
        return found

    def end(self) -> None:
        """Forget the name that was replaced last."""
        self.active.pop()

    def replace(self, text: str) -> str:
        """Return literal text with the names replaced, as pages mean it, though docutils leaves literal text alone."""
        return SUBSTITUTION.sub(self._words, text) if self.definitions and "|" in text else text

    def _words(self, found: re.Match[str]) -> str:
        node = self.begin(found[0].strip("|"))
        if node is None:
            return found[0]
        words = "".join(span.text for span in _spans(node, Style.PLAIN, None, self))
        self.left -= len(words)
        self.end()
        return words


def read_text_node(node: nodes.Element, origin: Origin, substitutions: Substitutions) -> Text:
    """Return the running text of a paragraph, title or other text element."""
    return Text(tuple(_spans(node, Style.PLAIN, None, substitutions)), origin)


def join_texts(texts: list[Text], origin: Origin) -> Text:
    """Return several paragraphs as one text, a line break between them."""
    spans: list[Span] = []
    for text in texts:
        spans += [Span("\n"), *text.spans] if spans else text.spans
    return Text(tuple(spans), origin)


def _spans(
    node: nodes.Element, style: Style, link: Link | None, substitutions: Substitutions, role: str = ""
) -> Iterator[Span]:
    words = ""
    for child in node.children:
        # docutils parts the text at what it objects to; a role that it missed is found only in the whole.
        if isinstance(child, nodes.Text | nodes.problematic):
            words += child.astext()
            continue
        if words:
            yield from _split_roles(words, style, link, substitutions, role)
            words = ""
        if isinstance(child, nodes.reference):
            yield from _spans(child, style, _link(child), substitutions, role)
        elif isinstance(child, nodes.substitution_reference):
            yield from _substitute(child, style, link, substitutions)
        elif isinstance(child, nodes.inline) and "kept_role" in child:
            target = child["target"]
            leads = Link(LinkKind.OBJECT, target) if target else link
            yield from _spans(child, style, leads, substitutions, child["kept_role"])
        elif isinstance(child, nodes.Element) and not isinstance(child, nodes.Invisible | nodes.system_message):
            yield from _spans(child, STYLES.get(type(child), style), link, substitutions, role)
    if words:
        yield from _split_roles(words, style, link, substitutions, role)


def _substitute(
    node: nodes.substitution_reference, style: Style, link: Link | None, substitutions: Substitutions
) -> Iterator[Span]:
    definition = substitutions.begin(node.astext())
    if definition is None:
        yield Span(f"|{node.astext()}|", style, link)
        return
    yield from _spans(definition, style, link, substitutions)
    substitutions.end()


def _split_roles(text: str, style: Style, link: Link | None, substitutions: Substitutions, role: str) -> Iterator[Span]:
    """Yield the text, and a link for each role in it that docutils did not take for one."""
    if style is Style.LITERAL:
        text = substitutions.replace(text)
    end = 0
    for found in UNPARSED_ROLE.finditer(text) if ":`" in text else ():
        if found.start() > end:
            yield Span(text[end : found.start()], style, link, role)
        node = make_reference(found["name"], found[0], found["text"])
        yield Span(node.astext(), style, _link(node), role)
        end = found.end()
    if end < len(text):
        yield Span(text[end:], style, link, role)


def _link(node: nodes.reference) -> Link | None:
    if "role" in node:
        return Link(LinkKind(node["role"]), node["target"])
    return Link(LinkKind.URL, node["refuri"]) if node.get("refuri") else None
