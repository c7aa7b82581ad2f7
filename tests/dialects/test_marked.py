"""Documentation in which directives mark the operations: what request lines elsewhere mean."""

from __future__ import annotations

from docpact.diagnostics import Diagnostic
from docpact.dialects import DIALECTS, read_documentation
from docpact.read.page import Block, Section
from http_pages import code, directive, fields, http, page, paragraph, section, table


def operations(*sections: Section) -> tuple[list[str], list[str]]:
    """The operations of a page that all dialects read, and the codes that are reported."""
    found: list[Diagnostic] = []
    documentation = read_documentation(
        [page(one, name=f"page-{i}") for i, one in enumerate(sections)], DIALECTS, found.append
    )
    return [f"{one.method} {one.path}" for one in documentation.operations], [one.code for one in found]


MARKED = section("Books", directive("get", "/books/(id)", fields(":code 200: fine")))
SHOWN = section("Tutorial", paragraph("Ask for one:"), http("GET /books/7 HTTP/1.1"), http("HTTP/1.1 200 OK\n\n{}"))


def test_a_request_of_a_marked_operation_shows_it() -> None:
    """It is no operation of its own, and nothing is odd about the page."""
    assert operations(MARKED, SHOWN) == (["GET /books/{id}"], [])


def test_a_message_of_another_operation_is_reported() -> None:
    """Its author would have marked an operation; that it isn't documented is worth knowing."""
    shown = section("Tutorial", http("GET /shelves/7 HTTP/1.1"))
    assert operations(MARKED, shown) == (["GET /books/{id}"], ["request-line-unused"])


def test_without_directives_a_message_is_an_operation() -> None:
    """There is no other way to mark one."""
    assert operations(SHOWN)[0] == ["GET /books/7"]


def test_a_request_line_with_a_table_is_an_operation() -> None:
    """Both ways of writing may stand in one documentation."""
    rows = table("Name | Type | Description", "page | integer | where to begin")
    blocks: tuple[Block, ...] = (code("sh", "GET /shelves"), paragraph("**Query parameters**"), rows)
    assert operations(MARKED, section("Shelves", *blocks))[0] == ["GET /books/{id}", "GET /shelves"]


def test_a_request_line_without_a_table_or_list_is_no_operation() -> None:
    """A step of a guide, with a sample of what comes back; a marked operation's request needs no report."""
    guide = section("Guide", code("sh", "GET /shelves?page=2"), code("json", '{"id": 1}'))
    assert operations(MARKED, guide) == (["GET /books/{id}"], ["request-line-unused"])
    guide = section("Guide", code("sh", "GET /books/7?page=2"), code("json", '{"id": 1}'))
    assert operations(MARKED, guide) == (["GET /books/{id}"], [])


def test_samples_on_pages_without_operations_are_no_samples_of_the_api() -> None:
    """A configuration file that is no JSON is no fault of the documentation."""
    page_of_settings = section("Settings", code("json", "[log]\nlevel = info"), code("ini", "[chttpd]\nport = 1"))
    assert operations(MARKED, page_of_settings) == (["GET /books/{id}"], [])


def test_a_table_elsewhere_is_a_component_where_a_type_names_it() -> None:
    """Other tables of names and types are of anything: of an author's example, say."""
    rows = table("Name | Type | Description", "id | integer | its number")
    documentation = read_documentation(
        [page(MARKED), page(section("Shelf", rows), name="shelf")], DIALECTS, lambda _: None
    )
    assert documentation.structures == ()
    shelf = section("Books", directive("get", "/b", fields(":>json Shelf shelf: where it is\n:code 200: fine")))
    documentation = read_documentation(
        [page(shelf), page(section("Shelf", rows), name="shelf")], DIALECTS, lambda _: None
    )
    assert [one.title for one in documentation.structures] == ["Shelf"]
