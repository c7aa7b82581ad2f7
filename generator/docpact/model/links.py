"""Links → the pages and sections that they lead to."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field

from docpact.model.names import squash
from docpact.read import DocumentationTree, Page, PageKind, Section
from docpact.read.page import Link, LinkKind

TYPE_KINDS = frozenset({PageKind.STRUCTURE, PageKind.ENUM})


@dataclass(slots=True)
class LinkResolver:
    """Finds pages by links, and structures and enums by name."""

    tree: DocumentationTree
    _by_stem: dict[str, list[str]] = field(init=False)
    _labels: dict[str, tuple[Page, Section]] = field(init=False)
    # Looked up for each row of each table: a search over all pages would make time grow with their square.
    _enums: dict[str, list[Page]] = field(init=False)
    _types: dict[str, list[Page]] = field(init=False)

    def __post_init__(self) -> None:
        self._by_stem = {}
        self._labels = {}
        self._enums, self._types = {}, {}
        for page in self.tree.pages.values():
            if page.kind is PageKind.ENUM:
                self._enums.setdefault(squash(page.stem), []).append(page)
            if page.kind in TYPE_KINDS:
                self._types.setdefault(page.stem, []).append(page)
                for name in {squash(page.stem), squash(page.title)}:
                    self._by_stem.setdefault(name, []).append(page.name)
            for section in page.sections:
                for label in section.labels:
                    self._labels.setdefault(label.lower(), (page, section))

    def resolve_page(self, link: Link, page: Page) -> Page | None:
        """Return the page that a link on `page` leads to; None where there is none.

        A target that climbs above the root is clamped to it, as Sphinx does. Where the tree was given in parts, the
        last two parts of the target, a folder and a name, find the page too.
        """
        if link.kind is LinkKind.LABEL:
            found = self._labels.get(link.target.lower())
            return found[0] if found else None
        base = "" if link.target.startswith("/") else posixpath.dirname(page.origin.path)
        joined = posixpath.normpath(posixpath.join("/", base, link.target.lstrip("/")))
        target = joined.lstrip("/").removesuffix(".rst").removesuffix(".html")
        parts = [part for part in link.target.removesuffix(".rst").split("/") if part not in {"", ".", ".."}]
        for name in (target, f"{target}/index", "/".join(parts), "/".join(parts[-2:]), parts[-1] if parts else ""):
            if name in self.tree.pages:
                return self.tree.pages[name]
        same = self._types.get(parts[-1], []) if parts else []
        if len(same) == 1:
            return same[0]
        # `any` may name a label as well.
        labelled = self._labels.get(link.target.lower())
        return labelled[0] if labelled else None

    def resolve_section(self, link: Link) -> tuple[Page, Section] | None:
        """Return the page and section that a label stands before; None where there is none."""
        return self._labels.get(link.target.lower()) if link.kind is LinkKind.LABEL else None

    def find_enum(self, name: str) -> Page | None:
        """Return the one enum page with that file name."""
        found = self._enums.get(squash(name), [])
        return found[0] if len(found) == 1 else None

    def find_type(self, name: str) -> Page | None:
        """Return the one structure or enum page with that file name or title, however it is spelled."""
        found = sorted(set(self._by_stem.get(squash(name), ())))
        return self.tree.pages[found[0]] if len(found) == 1 else None
