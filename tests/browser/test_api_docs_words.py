"""What the API's documentation adds as a site: titles with their group, and credentials in words."""

from __future__ import annotations

import importlib.util
import runpy
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

API_DOCS = Path(__file__).resolve().parents[2] / "api_docs"


@pytest.fixture(scope="module")
def extension() -> ModuleType:
    """The extension that writes the reference."""
    pytest.importorskip("sphinx", reason="Sphinx is not installed: tox -e browser")
    spec = importlib.util.spec_from_file_location(
        "openapi_reference", API_DOCS / "_extensions" / "openapi_reference.py"
    )
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("name", "title"),
    [("endpoints/lock/get-all", "Lock: Get all"), ("endpoints/lock/index", "Get all"), ("enums/state", "Get all")],
)
def test_titles_have_their_group(name: str, title: str) -> None:
    """Operations are named with it; other pages and a group's own page keep their title."""
    source = ["Get all\n=======\n\nText.\n"]
    conf = runpy.run_path(str(API_DOCS / "conf.py"))
    conf["name_group"](SimpleNamespace(srcdir=str(API_DOCS)), name, source)
    first, underline, *rest = source[0].splitlines()
    assert first == title
    assert len(underline) == len(title)
    assert rest == ["", "Text."]


@pytest.mark.parametrize(
    ("requirements", "words"),
    [
        ([], ""),
        ([{"key": []}], "**Authorization**: `key`."),
        (
            [{"key": ["A"]}, {"key": ["B"]}, {"token": ["A"]}, {"token": ["B"]}],
            "**Authorization**: `key` or `token` with the scope `A` or `B`.",
        ),
        ([{"key": ["A", "B"]}, {}], "**Authorization**: `key` with the scope `A` and `B`; or no credentials."),
        ([{"key": [], "token": ["A"]}], "**Authorization**: `key` and `token` with the scope `A`."),
    ],
)
def test_requirements_are_said_once(
    requirements: list[dict[str, list[str]]], words: str, extension: ModuleType
) -> None:
    """Each scheme is named once, with the scopes of which one is enough."""
    assert extension.format_requirements(requirements) == words
