"""Builds with Sphinx inside this process, and the pages that they are made of."""

from __future__ import annotations

import io
import re
import sys
import textwrap
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docpact.emit import load_yaml

Build = Callable[..., "Built"]
COLOUR = re.compile(r"\x1b\[[\d;]*m")
NEEDS = "needs Sphinx: run `tox -e sphinx`"
CONF = 'project = "Shop"\nextensions = ["docpact.sphinx", "sphinxcontrib.httpdomain"]\n'
PAGE = """\
Shop
====

.. http:get:: /books/(int:id)

   Return a book.

   :param id: its number
   :>json string title: what is on the cover
   :status 200: here it is
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build left behind."""

    out: Path
    """The folder of the output."""
    warnings: str
    """What Sphinx warned of, without colours."""
    status: int
    """Sphinx's exit status."""
    read: tuple[str, ...]
    """The pages that Sphinx has read, those too that had been read before."""

    @property
    def text(self) -> str:
        """The document."""
        return (self.out / "openapi.yaml").read_text("utf-8")

    @property
    def document(self) -> dict[str, Any]:
        """The document, read."""
        found: dict[str, Any] = load_yaml(self.out / "openapi.yaml")
        return found


def build_docs(source: Path, out: Path, builder: str = "openapi", **options: Any) -> Built:  # noqa: ANN401 - Sphinx's.
    """Build a documentation as `sphinx-build` does, without a process of its own."""
    from sphinx.application import Sphinx  # noqa: PLC0415 - only one environment has it.
    from sphinx.util.docutils import docutils_namespace  # noqa: PLC0415 - as above.

    warnings = io.StringIO()
    read: list[str] = []
    with docutils_namespace():
        app = Sphinx(
            source, source, out, options.pop("doctrees", out / ".doctrees"), builder,
            status=None, warning=warnings, **options,
        )  # fmt: skip
        app.connect("env-before-read-docs", lambda _app, _env, names: read.extend(names))
        app.build()
    return Built(out=out, warnings=COLOUR.sub("", warnings.getvalue()), status=app.statuscode, read=tuple(read))


def write_docs(folder: Path, pages: Mapping[str, str], conf: str = CONF) -> Path:
    """Write a documentation and return its folder."""
    for name, text in {"conf.py": conf, **pages}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text), "utf-8")
    return folder


@contextmanager
def clean_modules() -> Iterator[None]:
    """Have modules that a documentation imports forgotten afterwards."""
    modules, path = set(sys.modules), list(sys.path)
    try:
        yield
    finally:
        sys.path[:] = path
        for name in set(sys.modules) - modules:
            if name.startswith("shop_"):
                del sys.modules[name]
