"""Each page that Sphinx reads is read for docpact too, and kept with Sphinx's environment."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar, cast

from sphinx.application import Sphinx
from sphinx.domains import Domain
from sphinx.environment import BuildEnvironment
from sphinx.util.logging import suppress_logging

from docpact.cache import fingerprint, tool_fingerprint
from docpact.config import Config
from docpact.dialects import claimed_markup, configured
from docpact.extraction import Extraction
from docpact.read.context import TreeSettings
from docpact.read.many import SourceText
from docpact.read.source import replace_names
from docpact.read.stored import dump_reading
from docpact.read.tree import read_page
from docpact.sphinx.names import SphinxNames
from docpact.sphinx.settings import read_conf, read_settings

BUILDER = "openapi"
# After whatever else changes a page's text.
LAST = 1_000_000
TEXT = "docpact:text"
"""Where the text of the page that is being read is kept."""


class PageStore(Domain):
    """The pages that have been read, as a part of Sphinx's environment: it is stored, merged and purged with it.

    Sphinx keeps what belongs to documents in domains; this one has neither directives nor roles.
    """

    name = "docpact"
    label = "docpact"
    initial_data: ClassVar[dict[str, Any]] = {"pages": {}, "key": ""}
    configuration: Config
    """That of the documentation."""
    settings: TreeSettings
    """What all pages share."""
    extraction: Extraction | None = None
    """The document, once an HTML build has made it."""

    @property
    def pages(self) -> dict[str, str]:
        """Name of a page → what reading it gave, as JSON."""
        return cast("dict[str, str]", self.data["pages"])

    def clear_doc(self, docname: str) -> None:
        """Forget a page."""
        self.pages.pop(docname, None)

    def merge_domaindata(self, docnames: AbstractSet[str], otherdata: dict[str, Any]) -> None:
        """Take over the pages that another process has read."""
        self.pages.update({name: page for name, page in otherdata["pages"].items() if name in docnames})


def page_store(env: BuildEnvironment) -> PageStore:
    """Return the pages of an environment."""
    return cast("PageStore", env.get_domain(PageStore.name))


def connect_reading(app: Sphinx) -> None:
    """Have pages read when Sphinx reads them."""
    app.add_domain(PageStore)
    app.connect("builder-inited", _prepare)
    app.connect("env-get-outdated", _find_unread)
    app.connect("source-read", _keep_text, priority=LAST)
    app.connect("doctree-read", _read_page)


def makes_pages(app: Sphinx) -> bool:
    """Tell whether an HTML build makes the document, too: `docpact_html` in `conf.py`."""
    return app.builder.format == "html" and bool(app.config.docpact_html)


def _is_reading(app: Sphinx) -> bool:
    return app.builder.name == BUILDER or makes_pages(app)


def _prepare(app: Sphinx) -> None:
    """Look up what all pages share."""
    store = page_store(app.env)
    source, folder = Path(app.srcdir), Path(app.confdir)
    store.configuration = read_settings(app.config, source, folder)
    conf = read_conf(app.config, folder)
    store.settings = TreeSettings(
        markup=claimed_markup(configured(store.configuration.dialect)), conf=conf, root=source, anywhere=True
    )


def _find_unread(
    app: Sphinx, env: BuildEnvironment, _added: AbstractSet[str], _changed: AbstractSet[str], _removed: AbstractSet[str]
) -> Iterable[str]:
    """Return the pages that Sphinx knows and docpact doesn't: another builder has read them, or another docpact."""
    if not _is_reading(app):
        return ()
    store = page_store(env)
    names = sorted(store.configuration.docs.substitutions.items())
    key = fingerprint([tool_fingerprint(), store.settings.key, repr(names)])
    if store.data["key"] != key:
        store.pages.clear()
        store.data["key"] = key
    return sorted(env.found_docs - set(store.pages))


def _keep_text(app: Sphinx, _docname: str, source: list[str]) -> None:
    """Keep the page's text as other extensions have left it."""
    if _is_reading(app):
        app.env.temp_data[TEXT] = source[0]


def _read_page(app: Sphinx, _doctree: object) -> None:
    """Read the page that Sphinx has just read, with the same directives and roles, and keep what it says."""
    env = app.env
    text = env.temp_data.get(TEXT)
    if not _is_reading(app) or text is None:
        return
    store = page_store(env)
    path = Path(env.doc2path(env.docname)).relative_to(app.srcdir).as_posix()
    if not is_rst(app, path):
        # Known, and without a page.
        store.pages[env.docname] = ""
        return
    names = {**store.settings.conf.names, **store.configuration.docs.substitutions}
    source = SourceText(path, replace_names(text, names))
    own = SphinxNames(app)
    # Sphinx has reported what its directives find already.
    with suppress_logging(), own:
        reading = read_page(source, replace(store.settings, register=own.register))
    for included, digest in reading.included.items():
        if digest:
            env.note_dependency(app.srcdir / included)
    store.pages[env.docname] = dump_reading(reading)


def is_rst(app: Sphinx, path: str) -> bool:
    """Tell whether Sphinx reads the file as reStructuredText."""
    kinds = app.config.source_suffix
    return next((kind for suffix, kind in kinds.items() if path.endswith(suffix)), "") in {"restructuredtext", None, ""}
