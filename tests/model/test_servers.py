"""The servers of a document: from request lines, else from what pages call the address, else from sample requests."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from docpact.config import Config
from docpact.pipeline import extract

BOOKS = """
List books
==========

``GET {}``

Returns 200.

"""


def servers(folder: Path, page: str, line: str = "/books") -> list[str]:
    """The servers in the document of a page about books, with that request line and those words below it."""
    docs = folder / "docs"
    docs.mkdir()
    (docs / "books.rst").write_text(BOOKS.format(line) + dedent(page))
    document = extract([docs], Config(root=folder)).document
    return [server["url"] for server in document.get("servers", [])]


@pytest.mark.parametrize(
    "page",
    [
        "The base URL is ``https://books.example/api``.",
        "Base URL: https://books.example/api/",
        "All requests are sent to `our server <https://books.example/>`_, below https://books.example/api.",
        "The base URL is::\n\n    https://books.example/api",
        ":Base URL: https://books.example/api",
        "Production server\n   https://books.example/api",
        "========  =========================\nBase URL  https://books.example/api\n========  =========================",
    ],
    ids=["sentence", "label", "sent to", "block", "field", "term", "row"],
)
def test_what_pages_call_the_address_is_the_server(tmp_path: Path, page: str) -> None:
    """Wherever an address stands beside such words: a client needs to know where the API is."""
    assert servers(tmp_path, page) == ["https://books.example/api"]


@pytest.mark.parametrize(
    "page",
    [
        "Read more at https://docs.books.example/start.",
        "The base URL is ``https://{your-shop}.books.example``.",
        "The base URL is ``https://key:secret@books.example``.",
        "The base URL of ``https://a.example`` is not ``https://b.example``.",
        "The base URL is ``http://shelf7:8080``.",
        "The base URL is ``https://[books``.",
    ],
    ids=["a link", "a variable", "a password", "two addresses", "a machine's name", "no address"],
)
def test_other_addresses_are_no_server(tmp_path: Path, page: str) -> None:
    """Nothing is guessed: an address that no words call the API's, or that can't be called, is none."""
    assert servers(tmp_path, page) == []


def test_several_servers_are_all_named(tmp_path: Path) -> None:
    """One for testing beside the other: a document may have several."""
    page = "* Production URL: https://books.example\n* Sandbox URL: https://try.books.example\n"
    assert servers(tmp_path, page) == ["https://books.example", "https://try.books.example"]


def test_request_lines_say_it_first(tmp_path: Path) -> None:
    """They are nearest to the operation."""
    page = "The base URL is ``https://old.example``."
    assert servers(tmp_path, page, "https://books.example/v2/books") == ["https://books.example/v2"]


def test_a_version_in_front_of_paths_follows_the_host(tmp_path: Path) -> None:
    """Of request lines with `/v2` and an address with or without it, the server is one."""
    assert servers(tmp_path, "Base URL: https://books.example", "/v2/books") == ["https://books.example/v2"]


def test_a_version_is_there_once(tmp_path: Path) -> None:
    """As above, where the address has it as well."""
    assert servers(tmp_path, "Base URL: https://books.example/v2", "/v2/books") == ["https://books.example/v2"]


CALLS = """
.. code-block:: sh

   curl https://{}.example/api/books

.. code-block:: sh

   curl https://{}.example/api/books?page=2
"""


def test_where_all_samples_go_is_the_server(tmp_path: Path) -> None:
    """Without words about it, curl lines show it."""
    assert servers(tmp_path, CALLS.format("books", "books")) == ["https://books.example/api"]


def test_samples_that_go_to_several_hosts_say_nothing(tmp_path: Path) -> None:
    """One of them may be anybody's."""
    assert servers(tmp_path, CALLS.format("books", "shelves")) == []
