"""What the document says about itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from docpact.config import Config
from docpact.pipeline import extract

PAGE = "Books\n=====\n\n``GET /books``\n"


@pytest.mark.parametrize(
    ("conf", "title", "version"),
    [
        ('project = "City library"\nrelease = "2.1.4"\nversion = "2.1"\n', "City library", "2.1.4"),
        ('version = "2.1"\n', "Reading room", "2.1"),
        ("release = compute()\n", "Reading room", "undocumented"),
    ],
)
def test_title_and_version_are_those_of_conf_py(
    conf: str, title: str, version: str, tree: Callable[[Mapping[str, str]], Path]
) -> None:
    """Its literals count, and the first page's title where it names no project; it is never run."""
    root = tree({"index.rst": "Reading room\n============\n\nText.\n", "books.rst": PAGE, "conf.py": conf})
    assert extract([root], Config(root=root)).document["info"] == {"title": title, "version": version}
