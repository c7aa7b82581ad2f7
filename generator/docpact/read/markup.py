"""The markup that dialects ask for: directives and roles beyond docutils' and Sphinx' own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectiveSpec:
    """A directive whose name, argument, options and content a dialect reads."""

    name: str
    """With its domain: `http:get`. Where a page or conf.py makes that the default domain, `get` means it as well."""
    content: Literal["blocks", "text"] = "blocks"
    """Whether the content is reStructuredText, or text that means something else, such as YAML."""
    file_word: int | None = None
    """Which word of the argument (or of the content's first line) names a file of the documentation, from 0."""
    generates: bool = False
    """Whether its content comes from a program: where Sphinx reads the page, and runs it, that content is read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Markup:
    """What dialects ask the reader for."""

    directives: tuple[DirectiveSpec, ...] = ()
    roles: tuple[str, ...] = ()
    """With their domains: `http:statuscode`. The spans that they mark keep the role's name."""


NO_MARKUP = Markup()


def merge_markup(parts: tuple[Markup, ...]) -> Markup:
    """Return what several dialects ask for together; of two specs of one directive the first counts."""
    directives = {spec.name: spec for part in reversed(parts) for spec in part.directives}
    return Markup(
        directives=tuple(directives[name] for name in sorted(directives)),
        roles=tuple(sorted({role for part in parts for role in part.roles})),
    )
