"""What directives and roles mean inside Sphinx: to our reader as everywhere, and all others as Sphinx has them."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

from sphinx.application import Sphinx
from sphinx.directives import ObjectDescription as SphinxObject
from sphinx.util.docutils import CustomReSTDispatcher
from sphinx.util.tags import Tags

from docpact.diagnostics import Origin
from docpact.read.clipping import Clip
from docpact.read.containers import ObjectDescription, Only, Transparent
from docpact.read.context import PageContext, page_context
from docpact.read.inclusion import Include
from docpact.read.kept import UnknownDirective, kept_directive
from docpact.read.roles import unknown_role
from docpact.read.sphinx_markup import own_directive, own_role

OF_DOCUTILS = "docutils."


class SphinxNames(CustomReSTDispatcher):
    """Finds directives and roles while a page is read a second time, inside Sphinx's own reading of it.

    Those that `read` knows are read by `read`, so that both front ends agree, even where the page's project has
    installed the extension that they come from. All others are run as Sphinx has them registered: what they generate
    is read as if it stood on the page.
    """

    def __init__(self, app: Sphinx) -> None:
        super().__init__()
        self._app = app
        self._context: PageContext | None = None
        self._domains = {domain.name for domain in app.env.domains.values()}
        self._own: dict[str, Any] = {"only": Conditional, "include": SphinxInclude}
        if "sphinx.ext.ifconfig" in app.extensions:
            self._own["ifconfig"] = Configured

    def register(self, context: PageContext) -> None:
        """Take note of the page; names are looked up when they are met."""
        self._context = context

    def directive(self, directive_name: str, language_module: ModuleType, document: Any) -> tuple[Any, list[Any]]:  # noqa: ANN401 - docutils has no types.
        """Return the class of a directive."""
        document.settings.env = self._app.env
        document.settings.docpact_sphinx = self._app
        name, context = directive_name.lower(), page_context(document)
        spec = context.spec(name)
        own = self._own.get(name) or own_directive(name, context)
        if own and not (spec and spec.generates):
            return own, []
        found, _ = (None, []) if self._is_foreign(name) else super().directive(name, language_module, document)
        if found is None:
            # What a dialect asked for is kept; all else is nobody's.
            return own or UnknownDirective, []
        if found.__module__.startswith(OF_DOCUTILS):
            return found, []
        return ObjectDescription if issubclass(found, SphinxObject) else _generating(found), []

    def role(
        self,
        role_name: str,
        language_module: ModuleType,
        lineno: int,
        reporter: Any,  # noqa: ANN401 - as above.
    ) -> tuple[Any, list[Any]]:
        """Return the function of a role."""
        name = role_name.lower()
        if self._context is not None and (own := own_role(name, self._context)):
            return own, []
        found, messages = (
            (None, []) if self._is_foreign(name) else super().role(name, language_module, lineno, reporter)
        )
        if found is None:
            return unknown_role, []
        if getattr(found, "__module__", "").startswith((OF_DOCUTILS, "docpact.")):
            return found, messages
        return self._lend(found), messages

    def _is_foreign(self, name: str) -> bool:
        """Tell whether the name's domain is one that Sphinx doesn't know: it would look for the rest of the name."""
        domain, colon, _ = name.partition(":")
        return bool(colon) and domain not in self._domains

    def _lend(self, role: Any) -> Callable[..., Any]:  # noqa: ANN401 - as above.
        """Return the role with Sphinx's environment at hand."""

        @functools.wraps(role)
        def lent(name: str, rawtext: str, text: str, lineno: int, inliner: Any, *rest: Any, **more: Any) -> Any:  # noqa: ANN401 - as above.
            inliner.document.settings.env = self._app.env
            return role(name, rawtext, text, lineno, inliner, *rest, **more)

        return lent


def _generating(found: type[Any]) -> type[Any]:
    """Return an extension's directive whose nodes have a place on the page."""

    class Generating(found):
        def run(self) -> list[Any]:
            made: list[Any] = super().run()
            if not self.content:
                # Everything is generated: its own places are in texts that nobody can open.
                place = Origin(page_context(self.state.document).path, self.lineno)
                for node in made:
                    _move(node, place)
            return made

    return Generating


def _move(node: Any, place: Origin) -> None:  # noqa: ANN401 - as above.
    """Say that the node and all in it stand there."""
    for inner in node.findall():
        inner.source, inner.line = place.path, place.line
        if isinstance(inner, kept_directive):
            inner["text_origin"] = place


class Conditional(Only):
    """`only` with Sphinx's tags; content for HTML is content for the document."""

    def build(self) -> list[Any]:
        """Return nothing; the content is parsed next where the condition holds."""
        app: Sphinx = self.state.document.settings.docpact_sphinx
        # The tag of the format that pages are written for; Sphinx sets the one that it builds.
        return Transparent.build(self) if Tags([*app.tags, "html"]).eval_condition(self.argument) else []


class Configured(Transparent):
    """`ifconfig` with Sphinx's settings."""

    def build(self) -> list[Any]:
        """Return nothing; the content is parsed next where the expression holds, or fails."""
        app: Sphinx = self.state.document.settings.docpact_sphinx
        names = {value.name: value.value for value in app.config} | vars(app.config) | {"builder": app.builder.name}
        try:
            holds = eval(self.argument, names)  # noqa: S307 - Sphinx's own extension does, with the same expression.
        except Exception:  # noqa: BLE001 - Sphinx reports it; what is said on the page is not lost.
            holds = True
        return super().build() if holds else []


class SphinxInclude(Include):
    """`include` with what other extensions make of the file's text."""

    def insert(self, path: str, clip: Clip) -> None:
        """Have the text parsed next."""
        app: Sphinx = self.state.document.settings.docpact_sphinx
        text = [clip.text]
        app.emit("include-read", Path(path), app.env.docname, text)
        super().insert(path, replace(clip, text=text[0]))
