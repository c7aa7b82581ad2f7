"""The base of our directives: a block of any form, split without rules that could lose it."""

from __future__ import annotations

import re
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import Directive, states

from docpact.diagnostics import Origin
from docpact.read.context import PageContext, page_context

# docutils' field marker with a name of one word: what a directive's options look like.
OPTION = re.compile(r":(?P<name>[^\s:\\`][^\s:]*):(?:[ ]+(?P<value>.*))?$")

# A field's name of any words, as it stands right below an argument: the content begins there.
FIELD = re.compile(r":(?![: ])[^`]{1,300}?:(?:[ ]|$)")


class LenientDirective(Directive):  # type: ignore[misc] # docutils has no types.
    """A directive with any argument, any options and any content.

    docutils refuses a block with an option that it doesn't know, and all of its content is lost. Here the argument is
    what follows the name, up to the first option or blank line; the options follow; all else is content.
    """

    has_content = True
    one_line: ClassVar[bool] = False
    """Whether the argument ends with the directive's first line, so that lines right below it are content."""

    def run(self) -> list[nodes.Node]:
        """Split the block and return the nodes that it stands for."""
        self.context: PageContext = page_context(self.state.document)
        self.origin = self.origin_of(self.lineno)
        first = self.block_text.partition("\n")[0].partition("::")[2].strip()
        lines, count = self.content, 0
        words: list[str] = []
        while first and count < len(lines) and lines[count].strip() and not FIELD.match(lines[count]):
            words.append(lines[count].strip())
            count += 1
            if self.one_line:
                break
        self.argument = "\n".join(words)
        self.given: list[tuple[str, str]] = []
        while count < len(lines) and (found := OPTION.match(lines[count])):
            value = [found["value"] or ""]
            count += 1
            while count < len(lines) and lines[count].startswith(" "):
                value.append(lines[count].strip())
                count += 1
            self.given.append((found["name"], "\n".join(value).strip()))
        while count < len(lines) and not lines[count].strip():
            count += 1
        self.inner = lines[count:]
        self.inner_offset = self.content_offset + count
        return self.build()

    def build(self) -> list[nodes.Node]:
        """Return the nodes that the directive stands for."""
        raise NotImplementedError

    def option(self, name: str) -> str | None:
        """Return the option's text, empty for a flag; None where it isn't given."""
        return next((value for key, value in self.given if key == name), None)

    def origin_of(self, line: int) -> Origin:
        """Return the place that a line of the parser's input comes from."""
        path, number = self.state_machine.get_source_and_line(line)
        return self._origin(path, number)

    @property
    def inner_origin(self) -> Origin:
        """The content's first line; the directive's where it has none."""
        if not self.inner:
            return self.origin
        path, offset = self.inner.info(0)
        return self._origin(path, offset + 1)

    def _origin(self, path: str | None, line: int | None) -> Origin:
        return Origin(path if path in self.context.sources else self.context.path, line or 1)

    def place(self, node: Any, origin: Origin | None = None) -> Any:  # noqa: ANN401 - a docutils node.
        """Return the node with its place, the directive's unless another is given."""
        origin = origin or self.origin
        node.source, node.line = origin.path, origin.line
        return node

    def parse_text(self, text: str) -> list[nodes.Node]:
        """Return the inline nodes of a text, and docutils' complaints about it."""
        found, messages = self.state.inline_text(text, self.lineno)
        return [*found, *messages]

    def parse_inner(self, node: nodes.Element) -> None:
        """Parse the content into the node."""
        self.state.nested_parse(self.inner, self.inner_offset, node)

    def splice(self) -> None:
        """Have the content parsed as if it stood in the directive's place, headings included."""
        if self.inner:
            self.state_machine.insert_input(self.inner, self.context.path)

    @property
    def defines(self) -> bool:
        """Whether the directive stands in a substitution's definition, where only running text may stand."""
        return isinstance(self.state, states.SubstitutionDef)
