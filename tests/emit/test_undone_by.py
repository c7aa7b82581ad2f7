"""`[safety] undone-by`: which operation takes the effect of another one back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from docpact.config import Safety, load_config
from docpact.diagnostics import Diagnostic
from docpact.dialects import DIALECTS, claimed_markup, read_documentation
from docpact.emit import emit_document
from docpact.errors import InputError
from docpact.model import build_api
from docpact.read import read_trees

PAGE = "{title}\n=====\n\n.. code-block:: sh\n\n    PUT https://api.example/api/v1/door/{title}\n"
TOML = '[safety.undone-by]\n"PUT /door/close" = "PUT /door/openn"\n'


def emit(tree: Callable[[Mapping[str, str]], Path], safety: Safety) -> dict[str, dict[str, dict[str, str]]]:
    """Emit the paths of an API that opens and closes a door."""
    found: list[Diagnostic] = []
    pages = {f"endpoints/door/{title}.rst": PAGE.format(title=title) for title in ("close", "openn")}
    read = read_trees([tree(pages)], {}, found.append, None, claimed_markup(DIALECTS))
    api = build_api(read_documentation(read.pages.values(), DIALECTS, found.append), found.append)
    paths: dict[str, dict[str, dict[str, str]]] = emit_document(api, {}, safety, found.append, open_enums=True)["paths"]
    return paths


def test_a_pair_is_in_the_document(tree: Callable[[Mapping[str, str]], Path], tmp_path: Path) -> None:
    """At the operation that is undone; other operations have no such keyword."""
    config = tmp_path / "docpact.toml"
    config.write_text(TOML, "utf-8")
    paths = emit(tree, load_config(config).safety)
    assert paths["/door/close"]["put"]["x-undone-by"] == "PUT /door/openn"
    assert "x-undone-by" not in paths["/door/openn"]["put"]


def test_a_misspelled_pair_is_no_pair(tree: Callable[[Mapping[str, str]], Path]) -> None:
    """It would protect nothing, so it is refused."""
    with pytest.raises(InputError, match=r"`PUT /door/shut` is no operation"):
        emit(tree, Safety(undone_by={"PUT /door/close": "PUT /door/shut"}))
