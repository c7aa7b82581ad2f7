"""Folders → pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from docpact.diagnostics import Diagnostic
from docpact.errors import InputError
from docpact.read import read_trees

PAGE = "Sync\n====\n\n.. code-block:: sh\n\n    GET /my/lock\n"


def test_a_page_that_cannot_be_read_costs_only_itself(
    tree: Callable[[Mapping[str, str]], Path], found: list[Diagnostic]
) -> None:
    """The other pages are read; the broken one is named."""
    root = tree({"endpoints/lock/sync.rst": PAGE})
    (root / "endpoints/lock/broken.rst").write_bytes(b"\xff\xfe")
    read = read_trees([root], {}, found.append)
    assert list(read.pages) == ["endpoints/lock/sync"]
    assert [(d.code, d.origin.path) for d in found] == [("page-encoding", "endpoints/lock/broken.rst")]


@pytest.mark.parametrize(("name", "said"), [("missing", "does not exist"), ("file", "is not a folder")])
def test_a_root_that_is_no_folder_stops_the_run(tmp_path: Path, name: str, said: str) -> None:
    """It is an error of the call, not of a page."""
    (tmp_path / "file").write_text("")
    with pytest.raises(InputError, match=said):
        read_trees([tmp_path / name], {}, lambda _: None)


def test_links_out_of_the_tree_are_not_followed(tree: Callable[[Mapping[str, str]], Path], tmp_path: Path) -> None:
    """A symbolic link must not bring a file of the machine into the document."""
    root = tree({"endpoints/lock/sync.rst": PAGE})
    (tmp_path / "outside.rst").write_text(PAGE)
    (root / "endpoints/lock/link.rst").symlink_to(tmp_path / "outside.rst")
    assert list(read_trees([root], {}, lambda _: None).pages) == ["endpoints/lock/sync"]
