"""Folders of endpoint pages → tags."""

from __future__ import annotations

from collections.abc import Sequence

from docpact.model.types import Operation, Tag
from docpact.read import DocumentationTree, Page, Paragraph


def tag_name(tree: DocumentationTree, page: Page) -> str:
    """Return the title of the group's index page, or the folder's name; pages at the root share one tag."""
    index = _index(tree, page)
    return index.title if index is not None and index.title else page.group or "default"


def build_tags(tree: DocumentationTree, operations: Sequence[Operation]) -> tuple[Tag, ...]:
    """Return the operations' tags, each once, with the first sentence-like paragraph of the group's index page."""
    found: dict[str, Tag] = {}
    for operation in operations:
        index = _index(tree, tree.pages[operation.page])
        tag = Tag(name=operation.tag, page=index.name if index else "", blocks=_lead(index) if index else ())
        found.setdefault(operation.tag, tag)
    return tuple(found.values())


def _index(tree: DocumentationTree, page: Page) -> Page | None:
    return tree.pages.get(page.name.rsplit("/", 1)[0] + "/index") if "/" in page.name else None


def _lead(index: Page) -> tuple[Paragraph, ...]:
    """Return the page's first paragraph, unless it is a list's entry, a caption, or nothing but links."""
    for block in index.sections[0].blocks if index.sections else ():
        if isinstance(block, Paragraph) and not block.depth and not block.text.label:
            plain = [span for span in block.text.spans if span.text.strip() and not span.link]
            return (block,) if plain else ()
    return ()
