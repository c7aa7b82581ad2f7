"""Directives' arguments, and which operations they make."""

from __future__ import annotations

import pytest

from docpact.dialects.httpdomain.signature import parse_signatures
from http_pages import directive, fields, http, note, page, paragraph, read, section, told


@pytest.mark.parametrize(
    ("argument", "path", "variables"),
    [
        ("/books", "/books", {}),
        ("/books/", "/books/", {}),
        ("books", "/books", {}),
        ("/books/(id)", "/books/{id}", {"id": ()}),
        ("/books/(int:id)/pages/(page)", "/books/{id}/pages/{page}", {"id": ("int",), "page": ()}),
        ("/books/{id}", "/books/{id}", {"id": ()}),
        ("/books/{book-id}", "/books/{book-id}", {"book-id": ()}),
        ("/books/<int:id>", "/books/{id}", {"id": ("int",)}),
        ("/books/:id/pages", "/books/{id}/pages", {"id": ()}),
        ("/books/$BOOK_ID/pages", "/books/{BOOK_ID}/pages", {"BOOK_ID": ()}),
        ("/books/$count", "/books/$count", {}),
        ("/books/<any(new, old):state>", "/books/{state}", {"state": ("any",)}),
        ("/books/(int:id|string:slug)/", "/books/{id}/", {"id": ("int", "string")}),
        (r"/books/\(id\)", "/books/{id}", {"id": ()}),
        ("/books/(from)-(to)", "/books/{from}-{to}", {"from": (), "to": ()}),
        ("/(a)/(a)", "/{a}/{a_2}", {"a": (), "a_2": ()}),
    ],
)
def test_variables_are_found_in_every_way_of_writing_them(
    argument: str, path: str, variables: dict[str, tuple[str, ...]]
) -> None:
    """The package's own `(type:name)`, and what pages copy from web frameworks."""
    (signature,) = parse_signatures(argument)
    assert signature.path == path
    assert {one.name: one.types for one in signature.variables} == variables


@pytest.mark.parametrize(
    "argument",
    [
        "/books?page=(int:page)&sort=(sort)",
        "/books?page=1&sort=name",
        "/books{?page,sort}",
        "/books?page=1[&sort=name]",
        "/books?(page)&(sort)",
    ],
)
def test_a_query_string_names_parameters(argument: str) -> None:
    """It is no part of the path."""
    (signature,) = parse_signatures(argument)
    assert signature.path == "/books"
    assert [one.name for one in signature.query] == ["page", "sort"]


def test_each_line_is_a_path() -> None:
    """A line that ends with a backslash goes on in the next; what stands before the path is the server's."""
    signatures = parse_signatures("/a\n/b/\\\nc\nhttps://example.org/d")
    assert [(one.server, one.path) for one in signatures] == [
        ("", "/a"),
        ("", "/b/c"),
        ("https://example.org", "/d"),
    ]


def test_each_line_is_an_operation_of_its_own() -> None:
    """Both have the fields, and each only its own variables."""
    block = fields(":param id: the book\n:param shelf: the shelf\n:query int page: which")
    said = read(page(section("Books", directive("get", "/books/(id)\n/shelves/(shelf)", block))))
    names = [[(one.location, one.name) for one in operation.fields] for operation in said.documentation.operations]
    assert names[0] == [("path", "id"), ("path", "id"), ("query", "page")]
    assert names[1] == [("path", "shelf"), ("path", "shelf"), ("query", "page")]
    assert said.codes == []


def test_a_variable_without_a_field_is_a_parameter() -> None:
    """The request line alone says that it is required."""
    said = told("get", "/books/(int:id)")
    statement = said.parameter("path", "id")
    assert (statement.required, statement.source.value) == (True, "request line")
    assert statement.type is not None
    assert statement.type.type == "integer"


def test_names_for_one_variable_are_one_parameter() -> None:
    """What is said of `id` and of `slug` is said of the variable that takes either."""
    said = told("get", "/books/(int:id|string:slug)", fields(":param id: number\n:param slug: words"))
    assert [one.name for one in said.operation.fields] == ["id", "id"]
    assert len(said.parameter("path", "id").description) == 2
    assert said.codes == []


def test_a_variable_that_stands_twice_is_reported() -> None:
    """OpenAPI needs a name for each."""
    assert told("get", "/(a)/(a)").codes == ["path-parameter-repeated"]


@pytest.mark.parametrize("name", ["copy", "any", "connect", "websocket:connection"])
def test_what_openapi_has_no_place_for_is_an_error(name: str) -> None:
    """The operation is left out, and said to be."""
    said = told(name, "/books")
    assert (said.documentation.operations, said.codes) == ((), ["operation-unsupported"])


@pytest.mark.parametrize("name", ["autoflask", "autobottle", "autotornado", "qrefflask"])
def test_operations_made_from_code_are_an_error(name: str) -> None:
    """Nothing of them stands on the page."""
    said = told(name, "shop.web:app")
    assert (said.documentation.operations, said.codes) == ((), ["operations-generated"])


def test_a_directive_without_a_path_is_an_error() -> None:
    """It names no operation."""
    assert told("get", "").codes == ["signature-missing"]


@pytest.mark.parametrize("path", ["/books/{id", "/books/id}", "/books/{}"])
def test_braces_that_dont_match_are_an_error(path: str) -> None:
    """OpenAPI has no other meaning for them than a variable's."""
    said = told("get", path)
    assert (said.documentation.operations, said.codes) == ((), ["request-line-malformed"])


def test_summary_is_the_synopsis() -> None:
    """Over several lines, or among the content after a blank line; where there is none, none is made up."""
    assert told("get", "/books", synopsis="Lists\n   books").operation.title == "Lists books"
    assert told("get", "/books", fields(":synopsis: Lists books")).operation.title == "Lists books"
    assert told("get", "/books", paragraph("Lists books.")).operation.title == ""


@pytest.mark.parametrize(
    "said",
    [
        told("get", "/books", deprecated=""),
        told("get", "/books", synopsis="Deprecated way to list books"),
        told("get", "/books", note("deprecated", "2.0 Use shelves.")),
        read(page(section("Books", note("warning", "This is deprecated."), directive("get", "/books")))),
    ],
)
def test_deprecation_is_read_where_pages_say_it(said) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """An option, the synopsis, a directive inside, or a warning right before."""
    assert said.operation.deprecated is True


def test_other_warnings_deprecate_nothing() -> None:
    """A warning about something else says nothing of the operation."""
    said = read(page(section("Books", note("warning", "This is slow."), directive("get", "/books"))))
    assert said.operation.deprecated is None


def test_twins_have_the_content_of_the_last() -> None:
    """Directives one after another: the empty one has the next one's fields, but for a body that it can't send."""
    block = fields(":param id: the book\n:query int page: which\n:<json string title: new\n:code 200: fine")
    said = read(page(section("Books", directive("get", "/books/(id)"), directive("post", "/books/(id)", block))))
    get, post = said.documentation.operations
    assert [one.name for one in get.fields] == [one.name for one in post.fields] == ["id", "id", "page"]
    assert ([one.status for one in get.responses], len(get.bodies)) == (["200"], 0)
    assert len(post.bodies) == 1


def test_a_second_telling_adds_what_only_it_says() -> None:
    """The one with `:noindex:` comes second wherever it stands, and is no mistake."""
    first = directive("get", "/books/(id)", fields(":query int page: which"), noindex="", synopsis="Again")
    second = directive("get", "/books/(book)", fields(":query int size: how many\n:code 200: fine"), synopsis="Book")
    said = read(page(section("Books", first, second)))
    assert (said.operation.title, said.operation.path, said.codes) == ("Book", "/books/{book}", [])
    assert [one.name for one in said.operation.fields] == ["book", "size", "page"]


def test_a_second_telling_without_the_option_is_reported() -> None:
    """Somebody has to keep both in step."""
    said = read(page(section("Books", directive("get", "/books"), paragraph("And"), directive("get", "/books"))))
    assert (len(said.documentation.operations), said.codes) == (1, ["operation-retold"])


def test_a_request_that_is_only_shown_is_no_operation() -> None:
    """Samples outside of directives belong to no directive."""
    said = read(page(section("Intro", http("GET /books HTTP/1.1")), section("Books", directive("get", "/shelves"))))
    assert said.operation.path == "/shelves"
    assert said.operation.calls == ()
