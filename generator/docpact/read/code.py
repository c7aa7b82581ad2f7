"""Directives that show text as it stands."""

from __future__ import annotations

from docutils import nodes

from docpact.diagnostics import Origin
from docpact.read.lenient import LenientDirective


class CodeBlock(LenientDirective):
    """Sphinx's `code-block`: plain docutils doesn't know `:caption:` and would drop the block."""

    one_line = True

    def build(self) -> list[nodes.Node]:
        """Return one literal block with its language and caption."""
        return [self.literal("\n".join(self.inner), self.inner_origin)]

    def literal(self, text: str, origin: Origin) -> nodes.literal_block:
        """Return a literal block that shows the text."""
        block = self.place(nodes.literal_block(text, text), origin)
        block["language"], block["caption"] = self.language, self.caption
        return block

    @property
    def language(self) -> str:
        """The argument."""
        return self.argument

    @property
    def caption(self) -> str:
        """The `:caption:`."""
        return self.option("caption") or ""


class CodeTab(CodeBlock):
    """A tab that holds code: `.. code-tab:: py Python`."""

    @property
    def language(self) -> str:
        """The argument's first word."""
        return self.argument.partition(" ")[0]

    @property
    def caption(self) -> str:
        """The argument's other words."""
        return self.argument.partition(" ")[2].strip()


class ParsedLiteral(CodeBlock):
    """`parsed-literal`: a literal block with inline markup, of which the words are kept."""

    def build(self) -> list[nodes.Node]:
        """Return one literal block."""
        nodes_of_text = self.parse_text("\n".join(self.inner))
        return [self.literal("".join(node.astext() for node in nodes_of_text), self.inner_origin)]


class Formula(CodeBlock):
    """`math` and `productionlist`: a formula, kept as a literal paragraph."""

    def build(self) -> list[nodes.Node]:
        """Return one paragraph."""
        text = "\n".join(part for part in (self.argument, "\n".join(self.inner)) if part)
        return [self.place(nodes.paragraph("", "", nodes.literal(text, text)))] if text else []
