"""What the tests of the Sphinx extension share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from sphinx_extension.builds import CONF, PAGE, Build, Built, build_docs, clean_modules, write_docs


@pytest.fixture
def build(tmp_path: Path) -> Iterator[Build]:
    """Write pages and build them with Sphinx."""
    with clean_modules():

        def run(pages: Mapping[str, str] | None = None, conf: str = CONF, **options: Any) -> Built:  # noqa: ANN401
            source = write_docs(tmp_path / "docs", {"index.rst": PAGE} if pages is None else pages, conf)
            return build_docs(source, tmp_path / "out", **options)

        yield run
