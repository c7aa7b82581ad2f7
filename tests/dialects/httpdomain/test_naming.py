"""What operations are called and grouped by."""

from __future__ import annotations

import pytest

from docpact.dialects.httpdomain.naming import operation_name
from docpact.read.page import Directive
from http_pages import directive, fields, page, paragraph, read, section


def get(path: str) -> Directive:
    """An operation with content."""
    return directive("get", path, fields(":code 200: fine"))


@pytest.mark.parametrize(
    ("method", "path", "name"),
    [
        ("GET", "/", "get-root"),
        ("GET", "/books", "get-books"),
        ("DELETE", "/books/{book_id}", "delete-books-by-book-id"),
        ("GET", "/api/v2/books", "get-books"),
        ("GET", "/api", "get-api"),
        ("GET", "/_all_books", "get-all-books"),
    ],
)
def test_a_name_is_method_and_path(method: str, path: str, name: str) -> None:
    """What names a version, not a resource, is left out."""
    assert operation_name(method, path) == name


def test_names_are_unique() -> None:
    """Two paths may have the same words."""
    said = read(page(section("Books", get("/books"), paragraph("x"), get("/books/"))))
    assert [one.name for one in said.documentation.operations] == ["get-books", "get-books-2"]


def tags(*sections: tuple[str, int, list[str]], index: str = "") -> list[str]:
    """The groups of operations in sections, each given by title, depth and paths."""
    parts = [section(title, *map(get, paths), depth=depth) for title, depth, paths in sections]
    pages = [page(*parts, name="library/api")]
    if index:
        pages.append(page(section(index), name="library/index"))
    return [one.tag.name for one in read(*pages).documentation.operations]


def test_a_page_is_a_group() -> None:
    """Headings over one operation each group nothing."""
    assert tags(("Books", 1, []), ("List", 2, ["/a"]), ("Get", 2, ["/b"])) == ["Books", "Books"]


def test_headings_over_several_operations_are_groups() -> None:
    """Where a page has more than one of these."""
    assert tags(("API", 1, ["/x"]), ("Books", 2, ["/a", "/b"]), ("Shelves", 2, ["/c", "/d"])) == [
        "API", "Books", "Books", "Shelves", "Shelves",
    ]  # fmt: skip


def test_a_heading_in_between_is_looked_through() -> None:
    """`Resources` under the page's heading groups nothing itself."""
    found = tags(("API", 1, []), ("Resources", 2, []), ("Books", 3, ["/a", "/b"]), ("Shelves", 3, ["/c", "/d"]))
    assert found == ["Books", "Books", "Shelves", "Shelves"]


def test_paths_are_no_groups() -> None:
    """The folder's index page names them, or the folder."""
    assert tags(("/a", 1, ["/a"]), ("GET /b", 1, ["/b"]), index="Library") == ["Library", "Library"]
    assert tags(("/a", 1, ["/a"]), ("/b", 1, ["/b"])) == ["Library", "Library"]


def test_a_page_about_one_operation_belongs_to_its_folder() -> None:
    """Its title is the operation's."""
    assert tags(("List books", 1, ["/a"]), index="Library") == ["Library"]
    assert tags(("List books", 1, ["/a"])) == ["List books"]
