"""Directives of Sphinx and its common extensions that hold or decorate content: the content is read, they are not."""

from __future__ import annotations

from docutils import nodes

from docpact.read.lenient import LenientDirective


class Transparent(LenientDirective):
    """A directive whose content stands for itself: `only`, `tabs`, `rst-class`, a grid."""

    one_line = True

    def build(self) -> list[nodes.Node]:
        """Return nothing; the content is parsed next."""
        self.splice()
        return []


class Only(Transparent):
    """`only`: the condition isn't evaluated; what is only for other formats than HTML may be all there is."""

    def build(self) -> list[nodes.Node]:
        """Return nothing; the content is parsed next, unless it is plainly not for HTML."""
        return [] if self.argument.split() == ["not", "html"] else super().build()


class Titled(LenientDirective):
    """A directive with a title and content: a tab, a drop-down, a card."""

    def build(self) -> list[nodes.Node]:
        """Return the title as a bold paragraph, as pages caption what follows; the content is parsed next."""
        self.splice()
        if not self.argument:
            return []
        strong = nodes.strong("", "", *self.parse_text(self.argument))
        return [self.place(nodes.paragraph("", "", strong))]


class Heading(LenientDirective):
    """`rubric` and `centered`: a heading without a section. What is indented below belongs to no title."""

    def build(self) -> list[nodes.Node]:
        """Return the words as a paragraph."""
        self.splice()
        return [self.place(nodes.rubric("", "", *self.parse_text(self.argument)))] if self.argument else []


class Aside(LenientDirective):
    """Sphinx's `seealso`, `versionadded` and the like, read as notes of that kind."""

    def build(self) -> list[nodes.Node]:
        """Return one admonition: the argument as its first paragraph, then the content."""
        node = self.place(nodes.admonition("\n".join(self.content), classes=[self.name]))
        if self.argument:
            node += self.place(nodes.paragraph(self.argument, "", *self.parse_text(self.argument)))
        self.parse_inner(node)
        return [node]


class Skipped(LenientDirective):
    """A directive that states no fact about the API: tables of contents, pictures, diagrams, settings."""

    def build(self) -> list[nodes.Node]:
        """Return nothing, or an empty text where one must stand."""
        return [nodes.inline()] if self.defines else []


class ObjectDescription(LenientDirective):
    """Sphinx's description of an object of a programming language: `py:function`, `option`, `envvar`."""

    def build(self) -> list[nodes.Node]:
        """Return a definition list: the signatures, then what is said about the last."""
        node = self.place(nodes.definition_list())
        definition = self.place(nodes.definition())
        self.parse_inner(definition)
        signatures = self.argument.split("\n") if self.argument else [""]
        for number, signature in enumerate(signatures, 1):
            term = self.place(nodes.term("", "", nodes.literal("", signature)))
            own = definition if number == len(signatures) else self.place(nodes.definition())
            node += self.place(nodes.definition_list_item("", term, own))
        return [node]


class language_mark(nodes.Invisible, nodes.Element):  # type: ignore[misc] # noqa: N801 - docutils' way to name nodes.
    """`highlight`: the language of literal blocks from here on."""


class Highlight(LenientDirective):
    """`highlight`: the language of literal blocks from here on."""

    def build(self) -> list[nodes.Node]:
        """Return a mark for the reader of the doctree."""
        return [language_mark(language=self.argument)]
