"""Links → the pages, structures and enums that they lead to."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass

from docpact.dialects.statements import Documentation, EnumStatement, PageStatement, StructureStatement
from docpact.read.page import Link, LinkKind
from docpact.spelling import squash


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkIndex:
    """What links and names lead to. Targets are page names and keys of structures and enums."""

    pages: Mapping[str, PageStatement]
    labels: Mapping[str, str]
    """Label, in lower case → the key of what it stands before."""
    types: frozenset[str]
    """The keys of structures and enums."""
    by_stem: Mapping[str, tuple[str, ...]]
    """Last part of a key → the structures and enums with it."""
    by_name: Mapping[str, tuple[str, ...]]
    """Last part of a key, or title, squashed → the structures and enums with it."""
    enums: Mapping[str, tuple[str, ...]]
    """Last part of a key, squashed → the enums with it."""

    def resolve(self, link: Link, path: str) -> str | None:
        """Return the key that a link in the file at that path leads to; None where it leads to nothing.

        A target that climbs above the root is clamped to it, as Sphinx does. Where the tree was given in parts, the
        last two parts of the target, a folder and a name, find the page too.
        """
        if link.kind is LinkKind.LABEL:
            return self.labels.get(link.target.lower())
        base = "" if link.target.startswith("/") else posixpath.dirname(path)
        joined = posixpath.normpath(posixpath.join("/", base, link.target.lstrip("/")))
        target = joined.lstrip("/").removesuffix(".rst").removesuffix(".html")
        parts = [part for part in link.target.removesuffix(".rst").split("/") if part not in {"", ".", ".."}]
        for name in (target, f"{target}/index", "/".join(parts), "/".join(parts[-2:]), parts[-1] if parts else ""):
            if name in self.pages:
                return name
        same = self.by_stem.get(parts[-1], ()) if parts else ()
        # `any` may name a label as well.
        return same[0] if len(same) == 1 else self.labels.get(link.target.lower())

    def find_enum(self, name: str) -> str | None:
        """Return the key of the one enum with that name."""
        found = self.enums.get(squash(name), ())
        return found[0] if len(found) == 1 else None

    def find_type(self, name: str) -> str | None:
        """Return the key of the one structure or enum with that name or title, however it is spelled."""
        found = self.by_name.get(squash(name), ())
        return found[0] if len(found) == 1 else None


def index_links(documentation: Documentation) -> LinkIndex:
    """Return the index of everything that the documentation has a name for."""
    labels: dict[str, str] = {}
    by_stem: dict[str, list[str]] = {}
    by_name: dict[str, list[str]] = {}
    enums: dict[str, list[str]] = {}
    types: list[StructureStatement | EnumStatement] = [*documentation.structures, *documentation.enums]
    for one in types:
        labels |= {label.lower(): one.key for label in one.labels if label.lower() not in labels}
    for page in documentation.pages:
        labels |= {label.lower(): page.name for label in page.labels if label.lower() not in labels}
    for one in sorted(types, key=lambda one: one.key):
        stem = _stem(one.key)
        by_stem.setdefault(stem, []).append(one.key)
        for name in sorted({squash(stem), squash(one.title)}):
            by_name.setdefault(name, []).append(one.key)
    for enum in documentation.enums:
        enums.setdefault(squash(_stem(enum.key)), []).append(enum.key)
    return LinkIndex(
        pages={page.name: page for page in documentation.pages},
        labels=labels,
        types=frozenset(one.key for one in types),
        by_stem={name: tuple(keys) for name, keys in by_stem.items()},
        by_name={name: tuple(keys) for name, keys in by_name.items()},
        enums={name: tuple(keys) for name, keys in enums.items()},
    )


def _stem(key: str) -> str:
    return key.rsplit("/", 1)[-1]
