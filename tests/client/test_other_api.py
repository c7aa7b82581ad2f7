"""A client for another API: what it is called, and that nothing in it is the first one's."""

from __future__ import annotations

import importlib
import inspect
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from docpact.client import generate_client
from docpact.config import Client
from docpact.mock import create_app, running
from mock.bookshop import DOCUMENT as BOOKSHOP

TAGGED = "/books/{isbnId}/notes"


def with_words() -> dict[str, Any]:
    """The bookshop's document with pages, a tag for a part of it, a limit, and links between its parts."""
    paths = {path: dict(item) for path, item in BOOKSHOP["paths"].items()}
    listing = {
        "summary": "All books",
        "description": "Its notes: [list](#operation/list_notes); [a word](#schema/Nothing), [more](#operation/none).",
        "x-source": "pages/list books.rst:7",
        "x-rate-limit": {"min-interval-seconds": 3},
    }
    paths["/books"]["get"] = {**paths["/books"]["get"], **listing}
    paths[TAGGED] = {k: {**v, "tags": ["Margin Note"]} if k != "parameters" else v for k, v in paths[TAGGED].items()}
    # A path item by reference, which openapi-python-client doesn't follow.
    components = {**BOOKSHOP.get("components", {}), "pathItems": {"notes": paths[TAGGED]}}
    paths[TAGGED] = {"$ref": "#/components/pathItems/notes"}
    return {**BOOKSHOP, "paths": paths, "components": components}


@pytest.fixture(scope="module")
def shop() -> Iterator[Path]:
    """The folder of its distribution, importable."""
    config = Client(package="bookshop", name="Shop", distribution="the-bookshop", version="2.1.0")
    with generate_client(with_words(), config) as made:
        sys.path.insert(0, str(made))
        try:
            yield made
        finally:
            sys.path.remove(str(made))
            for name in [name for name in sys.modules if name.split(".")[0] == "bookshop"]:
                del sys.modules[name]


def test_it_is_called_as_the_configuration_says(shop: Path) -> None:
    """Package, class, distribution, version; and nothing in it speaks of locks or of another API."""
    text = (shop / "pyproject.toml").read_text("utf-8")
    assert 'name = "the-bookshop"\nversion = "2.1.0"\ndescription = "A typed client for Bookshop"' in text
    assert "# the-bookshop\n" in (shop / "README.md").read_text("utf-8")
    for path in shop.rglob("*.*"):
        if path.is_file() and path.suffix in {".py", ".md", ".toml"}:
            found = re.findall(r"(?i)tedee|\bbolt\b|personal.?key", path.read_text("utf-8"))
            assert not found, path


@pytest.mark.usefixtures("shop")
def test_groups_are_tags_or_what_a_path_begins_with() -> None:
    """Without a tag the first word of the path says what an operation is about."""
    package = importlib.import_module("bookshop")
    api = package.Shop()
    assert repr(api) == "<Shop https://books.example/v1>"
    assert [name for name in dir(api.margin_notes) if not name.startswith(("_", "with_"))] == ["add_note", "list_notes"]
    assert {"list_books", "iter_books", "get_note"} <= set(dir(api.books))
    words = inspect.getdoc(api.books.list_books)
    assert words is not None
    assert words.split("\n\nArgs")[0] == (
        "All books\n\nIts notes: `margin_notes.list_notes`; a word, more.\n\nDocumentation: pages/listbooks.rst"
    )
    assert package.AsyncShop.__name__ == "AsyncShop"


def test_it_works_without_envelope_and_without_credentials(shop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Lists, changes, removes; ids are texts; the README's program runs."""
    package = importlib.import_module("bookshop")
    with running(create_app(BOOKSHOP)) as url, package.Shop(base_url=url) as api:
        assert [book.title for book in api.books.iter_books(items_per_page=3)] == [
            "Moss",
            "Tides",
            "On maps",
            "Moss again",
        ]
        made = api.books.add_book(title="New")
        assert api.books.get_book(made.isbn_id).title == "New"
        assert api.margin_notes.list_notes(made.isbn_id) == []
        assert api.books.remove_book(made.isbn_id) is None
        with pytest.raises(package.NotFound):
            api.books.get_book(made.isbn_id)
        (code,) = re.findall(r"```python\n(.*?)```", (shop / "README.md").read_text("utf-8"), re.DOTALL)
        exec(compile(code.replace("Shop()", f"Shop(base_url={url!r})"), "README", "exec"), {})  # noqa: S102 - ours.
    assert "On maps" in capsys.readouterr().out
