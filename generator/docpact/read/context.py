"""What the directives and roles of a page know while it is parsed."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from os.path import lexists
from pathlib import Path
from typing import Any, TypeAlias

from docpact.diagnostics import Diagnostic, Origin, Report
from docpact.read.conf import NO_CONF, Conf
from docpact.read.markup import NO_MARKUP, DirectiveSpec, Markup
from docpact.read.names import find_directives, find_roles
from docpact.read.source import decode
from docpact.regular_files import UnreadableFileError, digest_in_folder, read_in_folder, read_regular, resolve_name

Register: TypeAlias = "Callable[[PageContext], None]"
"""Makes the names that a page's text may use known to docutils."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TreeSettings:
    """What all pages of a tree share."""

    markup: Markup = NO_MARKUP
    conf: Conf = NO_CONF
    root: Path | None = None
    """The folder whose files pages may include; None without one."""
    beside: tuple[Path, ...] = ()
    """Folders outside of it whose files pages may include, too."""
    register: Register | None = None
    """How another front end makes names of directives and roles known; None for docutils alone."""
    anywhere: bool = False
    """Whether pages may include files outside of that folder too: inside Sphinx, which has read them already."""

    @property
    def key(self) -> str:
        """What stands for all that pages depend on beside their own text, but for included files."""
        return repr((self.markup, self.conf, self.beside))

    def digest(self, path: str) -> str:
        """Return what stands for the content of a file in the folder; empty where it can't be read."""
        return digest_in_folder(self.root, path, self.beside)


NO_SETTINGS = TreeSettings()


@dataclass(slots=True, kw_only=True)
class PageContext:
    """The state of one page's parsing. docutils hands it to directives and roles as a setting of the document."""

    path: str
    """The page's, relative to the root."""
    first_line: int = 1
    """The line of its file that the text begins at."""
    settings: TreeSettings
    report: Report
    domain: str
    """The default domain at this point of the page."""
    register: Register
    """Makes `directives` and `roles` known to docutils."""
    directives: frozenset[str] = frozenset()
    """What the text so far may use as a directive's name, in lower case."""
    roles: frozenset[str] = frozenset()
    """Likewise as a role's."""
    quiet: int = 0
    """How many unknown directives the parser is in: what docutils says about their content is nothing to act on."""
    reported: set[tuple[str, str]] = field(default_factory=set)
    """Codes and names that the page has been told about."""
    sources: set[str] = field(default_factory=set)
    """The files that text of this page comes from."""
    included: dict[str, str] = field(default_factory=dict)
    """Path → digest of each file that was read for the page; an empty digest for one that could not be."""
    texts: dict[str, str | None] = field(default_factory=dict)
    """Path → text of each of these files, so that one that is included often is read once."""
    included_bytes: int = 0
    including: list[str] = field(default_factory=list)
    """The files that are being included, the outermost first."""

    def spec(self, name: str) -> DirectiveSpec | None:
        """Return what a dialect asked for under the name, written with its domain or in the default one."""
        specs = {spec.name.lower(): spec for spec in self.settings.markup.directives}
        name = name.lower()
        return specs.get(name) or (specs.get(f"{self.domain}:{name}") if self.domain else None)

    def role(self, name: str) -> str:
        """Return the full name of a role that a dialect asked for; empty where none did."""
        name = name.lower()
        asked = {role.lower(): role for role in self.settings.markup.roles}
        return asked.get(name) or (asked.get(f"{self.domain}:{name}", "") if self.domain else "")

    def read_beside(self, name: str, origin: Origin, beside: str = "") -> tuple[str, str] | None:
        """Return path and text of a file of the tree; None, and a diagnostic, where it must not or cannot be read.

        A name is relative to the page, as Sphinx has it, or to the file `beside`, as docutils has it; where there is no
        such file, it is looked for the other way. What is read is remembered, so that the cache knows.
        """
        folders = dict.fromkeys(posixpath.dirname(path) for path in (beside or self.path, self.path, origin.path))
        paths = [resolve_name(name, folder) for folder in folders]
        path = next((path for path in paths if self._exists(path)), paths[0])
        if path not in self.texts:
            self.texts[path] = self._read(path, origin)
        text = self.texts[path]
        return None if text is None else (path, text)

    def _exists(self, path: str) -> bool:
        self.included.setdefault(path, "")
        root = self.settings.root
        outside = self.settings.anywhere or bool(self.settings.beside)
        return root is not None and (outside or not path.startswith("..")) and lexists(root / path)

    def _read(self, path: str, origin: Origin) -> str | None:
        try:
            root = self.settings.root
            if root is not None and self.settings.anywhere:
                content = read_regular(root / path, Path(root.anchor))
            else:
                content = read_in_folder(root, path, self.settings.beside)
        except UnreadableFileError as error:
            self.report(Diagnostic(code="file-unreadable", message=f"`{path}` {error}", origin=origin))
            return None
        self.included[path] = sha256(content).hexdigest()
        return decode(content, f"`{path}` ", origin, self.report)

    def read_names(self, text: str) -> None:
        """Look up what more text of the page may use as a directive's or role's name."""
        self.directives |= find_directives(text)
        self.roles |= find_roles(text)
        self.register(self)

    def report_unknown(self, code: str, name: str, message: str, origin: Origin) -> None:
        """Report a directive or role that nobody knows, once on a page."""
        if (code, name.lower()) not in self.reported:
            self.reported.add((code, name.lower()))
            self.report(Diagnostic(code=code, message=message, origin=origin))


def page_context(document: Any) -> PageContext:  # noqa: ANN401 - docutils has no types.
    """Return the context of the page that a doctree is made of."""
    context: PageContext = document.settings.docpact
    return context
