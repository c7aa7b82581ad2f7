"""Stand-ins for Sphinx's roles and directives, registered for one page and given back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import Directive, directives, roles

# Sphinx's roles that link → what their target is a name of. `any` names either; a page is more likely to be a type.
LINK_ROLES = {"doc": "doc", "ref": "ref", "any": "doc", "std:doc": "doc", "std:ref": "ref"}
TEXT_ROLES = ("download", "envvar", "file", "guilabel", "kbd", "menuselection", "option", "samp", "term")
ROLE_TEXT = re.compile(r"(?P<title>.*?)\s*<(?P<target>[^<>]+)>\s*", re.DOTALL)
NOTES = ("seealso", "versionadded", "versionchanged", "deprecated", "todo")
WITHOUT_TEXT = ("toctree", "image", "figure", "index", "tabularcolumns", "highlight", "contents")

CODE_OPTIONS = (
    "caption", "class", "dedent", "emphasize-lines", "force", "lineno-start", "linenos", "name", "number-lines",
)  # fmt: skip


@contextmanager
def sphinx_markup() -> Iterator[None]:
    """Make Sphinx's markup known to docutils inside the block.

    docutils keeps roles and directives in process-wide dictionaries, and a page may add to them (`.. role::`,
    `.. default-role::`); both are restored, so that one page cannot change the next.
    """
    kept_directives, kept_roles = dict(directives._directives), dict(roles._roles)  # noqa: SLF001 - no public way.
    for name in ("code-block", "sourcecode", "code"):
        directives.register_directive(name, CodeBlock)
    for name in NOTES:
        directives.register_directive(name, Aside)
    for name in WITHOUT_TEXT:
        directives.register_directive(name, Skipped)
    for name in LINK_ROLES:
        roles.register_local_role(name, link_role)
    for name in TEXT_ROLES:
        roles.register_local_role(name, text_role)
    try:
        yield
    finally:
        for registry, kept in ((directives._directives, kept_directives), (roles._roles, kept_roles)):  # noqa: SLF001
            registry.clear()
            registry.update(kept)


class CodeBlock(Directive):  # type: ignore[misc] # docutils has no types.
    """Sphinx's `code-block`: plain docutils doesn't know `:caption:` and would drop the block."""

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = False
    option_spec: ClassVar[dict[str, Any]] = dict.fromkeys(CODE_OPTIONS, directives.unchanged)

    def run(self) -> list[nodes.Node]:
        """Return one literal block with its language and caption."""
        text = "\n".join(self.content)
        block = nodes.literal_block(text, text)
        block["language"] = self.arguments[0] if self.arguments else ""
        block["caption"] = self.options.get("caption", "")
        block.line = self.content_offset + 1
        return [block]


class Aside(Directive):  # type: ignore[misc] # As CodeBlock.
    """Sphinx's `seealso`, `versionadded` and the like, read as notes of that kind."""

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        """Return one admonition."""
        node = nodes.admonition("\n".join(self.content), classes=[self.name])
        node.line = self.lineno
        if self.arguments:
            parsed, _ = self.state.inline_text(self.arguments[0], self.lineno)
            node += nodes.paragraph(self.arguments[0], "", *parsed)
        self.state.nested_parse(self.content, self.content_offset, node)
        return [node]


class Skipped(Directive):  # type: ignore[misc] # As CodeBlock.
    """A directive whose content states no fact about the API: tables of contents, pictures."""

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[Any] = None

    def run(self) -> list[nodes.Node]:
        """Return nothing."""
        return []


def link_role(  # noqa: PLR0913, PLR0917 - docutils' signature for roles.
    name: str,
    rawtext: str,
    text: str,
    lineno: int,  # noqa: ARG001
    inliner: Any,  # noqa: ANN401, ARG001
    options: dict[str, Any] | None = None,  # noqa: ARG001
    content: Sequence[str] = (),  # noqa: ARG001
) -> tuple[list[nodes.Node], list[nodes.Node]]:
    """Return a reference that keeps the role's name and target: `:doc:` and `:ref:`."""
    return [make_reference(name, rawtext, nodes.unescape(text))], []


def make_reference(name: str, rawtext: str, text: str) -> nodes.reference:
    """Return a reference for `title <target>` or a bare target."""
    parts = ROLE_TEXT.fullmatch(text)
    target = "".join((parts["target"] if parts else text).split())
    title = parts["title"] if parts and parts["title"] else target
    return nodes.reference(rawtext, title, role=LINK_ROLES[name], target=target)


def text_role(  # noqa: PLR0913, PLR0917 - docutils' signature for roles.
    name: str,  # noqa: ARG001
    rawtext: str,
    text: str,
    lineno: int,  # noqa: ARG001
    inliner: Any,  # noqa: ANN401, ARG001
    options: dict[str, Any] | None = None,  # noqa: ARG001
    content: Sequence[str] = (),  # noqa: ARG001
) -> tuple[list[nodes.Node], list[nodes.Node]]:
    """Return the role's words as a literal."""
    return [nodes.literal(rawtext, nodes.unescape(text))], []
