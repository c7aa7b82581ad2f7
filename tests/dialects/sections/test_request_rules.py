"""Where request lines stand: each rule with what it finds and what it must not find."""

from __future__ import annotations

from pathlib import Path

import pytest

from docpact.diagnostics import Diagnostic
from docpact.dialects.sections.parts import Parts, find_parts
from docpact.read.tree import parse_page

TABLE = "====  ======\nName  Type\n====  ======\na     string\n====  ======\n"


def parts_of(text: str, *, lenient: bool = False) -> Parts:
    """The parts of a page."""
    found: list[Diagnostic] = []
    page = parse_page(text, "books.rst", found.append)
    assert page is not None
    return find_parts(page.sections, found.append, lenient=lenient)


def lines_of(text: str, *, lenient: bool = False) -> list[str]:
    """The operations of a page."""
    return [f"{part.line.method} {part.line.path}" for part in parts_of(text, lenient=lenient).parts]


def under(title: str, text: str) -> str:
    """A section in a page."""
    return f"Library\n=======\n\nBooks\n-----\n\nIntro.\n\n{title}\n{'~' * len(title)}\n\n{text}\n"


@pytest.mark.parametrize(
    "text",
    [
        "GET /books/{id}",
        "``GET /books/{id}``",
        "**GET /books/{id}**",
        "``GET`` ``/books/{id}``",
        "**GET** /books/{id}",
        "GET /books/*{id}*",
        "GET /books/<id>",
        "GET /books/{{id}}",
        "GET /books/(id)",
        "GET /books/:id",
        "GET /books/<int:id>",
        "GET /books/ID",
        "::\n\n  GET /books/{id} HTTP/1.1",
        "::\n\n  GET https://library.example/v2/books/{id}",
        "::\n\n  GET /books/{id}\n      ?pages=1",
        ".. code-block:: http\n\n   GET /books/{id}",
        "Request: ``GET /books/{id}``",
        "**URL:** ``GET /books/{id}``",
        "``/books/{id}`` [GET]",
        "``GET: /books/{id}``",
        "- Method: GET\n- URL: /books/{id}",
        ":Method: GET\n:Path: /books/{id}",
        "Method\n  GET\nPath\n  ``/books/{id}``",
        "**Method**\n\nGET\n\n**URL**\n\n``/books/{id}``",
        "======  ===========\nMethod  Endpoint\n======  ===========\nGET     /books/{id}\n======  ===========",
        "``GET /books/{id}``\n  One book.",
        "* ``GET /books/{id}``\n\n  One book.",
        ":Request: ``GET /books/{id}``",
    ],
)
def test_a_line_that_is_a_method_and_a_path_names_an_operation(text: str) -> None:
    """However it is marked, wherever it stands, and however the path writes its variable."""
    found = lines_of(f"Show\n====\n\nA book.\n\n{text}\n\n{TABLE}")
    assert [line.lower() for line in found] == ["get /books/{id}"]


@pytest.mark.parametrize(
    "title",
    ["GET /books/{id}", "GET /books/{id}: one book", "One book (GET /books/{id})", "One book - GET /books/{id}",
     "``GET /books/{id}``", "/books/{id} (GET)"],
)  # fmt: skip
def test_a_title_may_be_the_request_line(title: str) -> None:
    """Alone, or beside a summary."""
    assert lines_of(under(title, TABLE)) == ["GET /books/{id}"]


def test_methods_below_a_path_as_title_are_operations() -> None:
    """A path in a literal, one with a slash, or a file's name."""
    for title, path in (("``books``", "/books"), ("/books", "/books"), ("books.json", "/books.json")):
        text = f"{title}\n{'=' * len(title)}\n\nGET\n---\n\n{TABLE}\n``POST``\n--------\n\n{TABLE}"
        assert lines_of(text) == [f"GET {path}", f"POST {path}"]


def test_a_method_in_a_field_goes_with_the_title() -> None:
    """`Supported methods` below a title that is a file's name."""
    text = "books.json\n==========\n\nAll.\n\nSupported request methods\n  ``GET``\nParameters\n  ``a``\n    b\n"
    assert lines_of(text) == ["GET /books.json"]


def test_sections_for_method_and_url_make_one_operation() -> None:
    """Titles instead of labels."""
    text = (
        "Books\n=====\n\nAll.\n\nMethod\n------\n\nGET\n\nURL\n---\n\n``/books``\n\nParameters\n----------\n\n" + TABLE
    )
    assert lines_of(text) == ["GET /books"]


def test_several_methods_of_one_path_are_several_operations() -> None:
    """`GET|POST`."""
    assert lines_of(f"Books\n=====\n\n``GET|POST /books``\n\n{TABLE}") == ["GET /books", "POST /books"]


def test_several_lines_of_a_section_are_several_operations() -> None:
    """Each with what stands below it, up to the next."""
    text = f"Books\n=====\n\nThe books.\n\n**All**\n\n``GET /books``\n\n{TABLE}\n**One**\n\n``GET /books/{{id}}``\n\nText.\n"  # noqa: E501 - a page on one line.
    found = parts_of(text).parts
    assert [(part.title, part.line.path) for part in found] == [("All", "/books"), ("One", "/books/{id}")]
    assert [len(part.sections[0].blocks) for part in found] == [3, 3]


def test_a_title_such_as_uri_is_part_of_an_operation() -> None:
    """The operation begins at the title above it, and has the sections beside it."""
    text = under("URI", "GET /books") + f"\nResponse\n~~~~~~~~\n\n{TABLE}"
    (part,) = parts_of(text).parts
    assert (part.title, [section.title for section in part.sections]) == ("Books", ["Books", "URI", "Response"])


@pytest.mark.parametrize(
    "text",
    [
        under("Example request", "::\n\n  GET /books/7"),
        under("Sample", "``GET /books/7``"),
        under("Response codes", "``GET /books/7``"),
        under("Usage", "For example:\n\n``GET /books/7``"),
        under("Usage", "**Example**\n\n::\n\n  GET /books/7"),
        under("Usage", "::\n\n  GET /books/7 HTTP/1.1\n  Host: library.example\n  Accept: */*"),
        under("Usage", ".. note:: This replaces\n\n   ``GET /books/7``"),
        under("Usage", "::\n\n  curl -X GET https://library.example/books/7"),
        under("Rights", "======  ======  =====\nMethod  Path    Right\n======  ======  =====\nGET     /books  read\n======  ======  ====="),  # noqa: E501 - a page on one line.
        under("Usage", "Call ``GET /books`` before you lend one."),
        under("Usage", ".. code-block:: python\n\n   requests.get('https://library.example/books')"),
        under("Frames", "The frame is ``0x01 0x02``, GET and SET are opcodes."),
    ],
)  # fmt: skip
def test_what_only_shows_or_mentions_an_operation_names_none(text: str) -> None:
    """Examples, messages, traces, notes, tables about rights, and prose."""
    assert lines_of(text) == []


def test_a_start_line_under_a_title_for_syntax_names_an_operation() -> None:
    """Whatever header lines stand below it."""
    assert lines_of(under("Syntax", "::\n\n  GET /books HTTP/1.1\n  Host: {host}")) == ["GET /books"]


def test_a_sentence_names_an_operation_where_fields_describe_it() -> None:
    """One method and one path; with samples alone only in documentation that has no other request line."""
    sentence = under("List", "Send a ``GET`` request to ``/books``.\n\n{}")
    assert lines_of(sentence.format(TABLE)) == ["GET /books"]
    sample = sentence.format("::\n\n  {}")
    assert lines_of(sample) == []
    assert lines_of(sample, lenient=True) == ["GET /books"]


def test_an_instance_is_no_operation_beside_its_template() -> None:
    """`/books/7` beside `/books/{id}` in one section; in another section it is an operation."""
    assert lines_of(f"One\n===\n\n::\n\n  GET /books/{{id}}\n  GET /books/7\n\n{TABLE}") == ["GET /books/{id}"]
    text = f"A\n=\n\nOne\n---\n\n``GET /books/{{id}}``\n\n{TABLE}\nNew\n---\n\n``GET /books/new``\n\n{TABLE}"
    assert lines_of(text) == ["GET /books/{id}", "GET /books/new"]


def test_capitals_are_words_where_the_path_marks_variables_otherwise() -> None:
    """Or begins with capitals."""
    assert lines_of(f"One\n===\n\n``GET /books/ISBN/{{id}}``\n\n{TABLE}") == ["GET /books/ISBN/{id}"]
    assert lines_of(f"One\n===\n\n``GET /OPAC/ISBN/list``\n\n{TABLE}") == ["GET /OPAC/ISBN/list"]


def test_versions_stay_in_the_path_where_there_are_several(tmp_path: Path) -> None:
    """One version is the server's; two are two operations."""
    from docpact.config import Config  # noqa: PLC0415 - the whole run, for this test alone.
    from docpact.pipeline import extract  # noqa: PLC0415

    (tmp_path / "old.rst").write_text(f"Old\n===\n\n``GET /v1/books``\n\n{TABLE}")
    assert list(extract([tmp_path], Config(root=tmp_path)).document["paths"]) == ["/books"]
    (tmp_path / "new.rst").write_text(f"New\n===\n\n``GET /v2/books``\n\n{TABLE}")
    assert list(extract([tmp_path], Config(root=tmp_path)).document["paths"]) == ["/v1/books", "/v2/books"]
