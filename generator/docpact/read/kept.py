"""Directives that a dialect asked for, and those that nobody knows: name, argument, options and content are kept."""

from __future__ import annotations

from docutils import nodes

from docpact.read.lenient import LenientDirective
from docpact.read.markup import DirectiveSpec


class kept_directive(nodes.General, nodes.Element):  # type: ignore[misc] # noqa: N801 - docutils' way to name nodes.
    """A directive in the doctree; `kept` holds what `Directive` has, its children are the parsed content."""


class KeptDirective(LenientDirective):
    """A directive that a dialect asked for."""

    def build(self) -> list[nodes.Node]:
        """Return the directive with its content, parsed where that is reStructuredText."""
        spec = self.context.spec(self.name) or DirectiveSpec(name=self.name)
        node = self.node(spec.name, known=True)
        if spec.file_word is not None:
            node["file"] = self.read_file(spec.file_word)
        if spec.content == "blocks":
            self.parse_inner(node)
        return [node]

    def node(self, name: str, *, known: bool) -> kept_directive:
        """Return the directive without its content's nodes."""
        node = kept_directive(
            name=name,
            argument=self.argument,
            given=tuple(self.given),
            text="\n".join(self.inner),
            text_origin=self.inner_origin,
            known=known,
            file=None,
        )
        self.place(node)
        return node

    def read_file(self, word: int) -> tuple[str, str] | None:
        """Return path and text of the file that a word of the argument, or of the content's first line, names."""
        words = (self.argument or (self.inner[0] if self.inner else "")).split()
        return self.context.read_beside(words[word], self.origin) if word < len(words) else None


class UnknownDirective(KeptDirective):
    """A directive that neither docutils, nor Sphinx, nor a dialect knows: its content is read all the same."""

    def build(self) -> list[nodes.Node]:
        """Return the directive with its content, read as reStructuredText without complaints."""
        message = f"nobody knows the directive `{self.name}`: its content is read as if it stood there alone"
        self.context.report_unknown("directive-unknown", self.name, message, self.origin)
        if self.defines:
            return [nodes.Text(self.argument)]
        node = self.node(self.name, known=False)
        self.context.quiet += 1
        try:
            if len(self.argument.split()) > 1 and not self.inner:
                # Without content, several words are it: `.. important-box:: Never do that.`
                node += self.place(nodes.paragraph("", "", *self.parse_text(self.argument)))
            self.parse_inner(node)
        finally:
            self.context.quiet -= 1
        return [node]
