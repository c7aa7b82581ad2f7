"""Ways in which projects write pages of httpdomain's dialect that the package itself says nothing about."""

from __future__ import annotations

import pytest

from docpact.dialects.statements import FieldStatement
from docpact.read.page import Block, Paragraph
from http_pages import bullets, code, directive, fields, http, note, page, paragraph, read, section, table, told, tree

CREATED = 'HTTP/1.1 201 Created\nContent-Type: application/json\n\n{"id": 7, "title": "Emma", "year": 1815}'


def words(blocks: tuple[Block, ...]) -> list[str]:
    """The words of the paragraphs."""
    return [block.text.plain for block in blocks if isinstance(block, Paragraph)]


def test_the_heading_of_one_operation_alone_is_its_summary() -> None:
    """And the prose under it its description; a heading over several operations groups them, and says that."""
    said = read(
        page(
            section("Books"),
            section(
                "Lend a book", paragraph("For two weeks."), directive("post", "/loans", fields(":code 201: a")), depth=2
            ),
            section("Shelves", paragraph("In rooms."), directive("get", "/a", fields(":code 200: a")), depth=2),
            section("More", directive("get", "/b", fields(":code 200: a")), depth=2),
        )
    )
    lend = said.documentation.operations[0]
    assert (lend.title, words(lend.blocks)) == ("Lend a book", ["For two weeks."])
    several = (directive("get", "/a", fields(":code 200: a")), directive("put", "/a", fields(":code 200: a")))
    both = read(page(section("Books"), section("Lend", paragraph("For two weeks."), *several, depth=2)))
    assert [(one.title, one.blocks) for one in both.documentation.operations] == [("", ()), ("", ())]


def test_a_synopsis_counts_for_more_than_the_heading() -> None:
    """A heading that is a path says nothing, nor does one that groups the operations."""
    one = directive("get", "/loans", fields(":code 200: a"), synopsis="List loans")
    assert read(page(section("Books"), section("Loans", one, depth=2))).operation.title == "List loans"
    plain = directive("get", "/loans", fields(":code 200: a"))
    assert read(page(section("Books"), section("/loans", plain, depth=2))).operation.title == ""
    assert read(page(section("Books", plain))).operation.title == ""


def test_notes_right_before_a_directive_describe_it() -> None:
    """Of several directives in one section each has its own."""
    blocks = (
        directive("get", "/a", fields(":code 200: a")),
        note("versionadded", "2.0"),
        directive("get", "/b", fields(":code 200: a")),
    )
    first, second = read(page(section("Books", *blocks))).documentation.operations
    assert (first.blocks, second.blocks) == ((), (blocks[1],))


def test_a_name_behind_the_colon_is_the_fields() -> None:
    """`:>json boolean: lent: …`: the type alone would be lost with its property."""
    said = told("get", "/books", fields(":>json int id: a\n:>json boolean: lent: whether it is lent\n:code 200: a"))
    fields_of = {one.name: one for one in said.response("200").fields}
    lent = fields_of["lent"]
    assert (lent.type and lent.type.type, said.codes) == ("boolean", ["field-turned"])
    assert words(lent.description) == ["whether it is lent"]


def test_a_type_without_a_name_among_named_properties_is_reported() -> None:
    """A body with properties is no number; an object may have more of them."""
    said = told("get", "/books", fields(":>json int: a\n:>json int id: a\n:code 200: a"))
    assert (tree(said.response("200").fields), said.codes) == ({"id": None}, ["field-unknown"])
    said = told("get", "/books", fields(":>json object: a\n:>json int id: a\n:code 200: a"))
    assert (tree(said.response("200").fields), said.codes) == ({"id": None}, [])


@pytest.mark.parametrize("path", ["/api/...", "/books/\u2026/pages"])
def test_a_path_with_an_ellipsis_is_no_path(path: str) -> None:
    """What is said there is about many paths; an operation of that name would be invented."""
    said = told("get", path, fields(":query int page: a\n:code 200: a"))
    assert (said.documentation.operations, said.codes) == ((), ["request-line-malformed"])


def test_dotted_rows_of_a_linked_table_are_nested() -> None:
    """As they are in a field list."""
    rows = table("Field | Type | Description", "id | int | a", "owner.mail | string | b", "owner.tags[] | string | c")
    said = read(
        page(
            section("Book", rows, labels=("book",)),
            section("Read", directive("get", "/b", paragraph("Returns a <<book|book>>."), fields(":code 200: a"))),
        )
    )
    assert tree(said.response("200").fields) == {"id": None, "owner": {"mail": None, "tags": None}}


def listed(said_fields: tuple[FieldStatement, ...]) -> list[tuple[str, str, bool | None]]:
    """Location, name, and whether it must be sent."""
    return [(one.location, one.name, one.required) for one in said_fields]


def test_a_list_under_words_about_parameters_lists_them() -> None:
    """In the directive or under a heading of its own; an entry that is about many names is none."""
    entries = bullets("``<field>``: filter by it", "``_sort`` (string): sort by it", "``_limit``: required")
    said = told("get", "/books", paragraph("Query parameters:"), entries, fields(":code 200: a"))
    assert listed(said.operation.fields) == [("query", "_sort", None), ("query", "_limit", True)]
    assert said.parameter("query", "_sort").type
    assert words(said.parameter("query", "_sort").description) == ["(string): sort by it"]
    said = read(
        page(
            section("Books", directive("get", "/books", fields(":code 200: a"))),
            section("Available URL parameters", entries, depth=2),
        )
    )
    assert listed(said.operation.fields) == [("query", "_sort", None), ("query", "_limit", True)]


def test_a_list_of_anything_else_lists_no_parameters() -> None:
    """Without words about parameters over it, or with entries that are no names."""
    entries = bullets("``_sort``: sort by it", "``_limit``: at most")
    assert told("get", "/books", paragraph("The following are kept:"), entries).operation.fields == ()
    assert (
        told("get", "/books", paragraph("Query parameters:"), bullets("See there.", "And here.")).operation.fields == ()
    )


def test_a_response_that_repeats_the_request_says_no_direction() -> None:
    """The names of what is sent are among those that come back; where nothing else comes back, they are those."""
    one = fields(":json string title: a\n:json int year: a\n:code 201: a")
    said = told("post", "/books", one, http(CREATED))
    assert tree(said.operation.bodies[0].fields) == {"title": None, "year": None}
    assert told("get", "/books", one, http(CREATED)).operation.bodies == ()


def test_marked_alternatives_in_brackets_are_values() -> None:
    """A list in brackets without an `or` may be of anything."""
    said = told("get", "/books", fields(":query string order: How to sort (``up`` or ``down``)"))
    assert [one.value for one in said.parameter("query", "order").members] == ["up", "down"]
    said = told("get", "/books", fields(":query string order: What to sort (``title``, ``year``)"))
    assert said.parameter("query", "order").members == ()


@pytest.mark.parametrize("words", ["Several are parted by commas.", "Plusieurs, séparés par des virgules."])
def test_values_that_are_sent_together_are_no_enum(words: str) -> None:
    """`expand=a,b` is none of the values."""
    said = told("get", "/books", fields(f":query string expand: Allowed values are ``a`` and ``b``. {words}"))
    assert said.parameter("query", "expand").members == ()


def test_a_property_that_links_another_operation_has_what_that_describes() -> None:
    """One level deep, so that two that link each other end; not where it has some of the properties only."""
    said = read(
        page(
            section(
                "Search",
                directive(
                    "get",
                    "/search",
                    fields(
                        ":>json array results: List of <<books|book>>.\n"
                        ":>json object first: The first <<book|book>>, with its ``id`` only.\n:code 200: a"
                    ),
                ),
            ),
            section(
                "Read",
                directive("get", "/b/{id}", fields(":>json int id: a\n:>json object next: The next <<book|book>>.")),
                labels=("book",),
            ),
        )
    )
    search, book = said.documentation.operations
    assert tree(search.responses[0].fields) == {"results": {"id": None, "next": None}, "first": None}
    results = search.responses[0].fields[0].type
    assert results is not None
    assert results.lists == 1
    assert tree(book.responses[0].fields) == {"id": None, "next": None}


def test_a_sentence_says_what_the_sample_after_it_is() -> None:
    """`The content of body.json is,` after a curl line that sends a file."""
    curl = code("bash", "curl -X POST -d @body.json https://books.test/books")
    sample = code("json", '{"title": "Emma"}')
    said = told("post", "/books", curl, paragraph("The content of ``body.json`` is,"), sample, fields(":code 201: a"))
    assert tree(said.operation.bodies[0].fields) == {"title": None}
    assert [one.direction for one in said.operation.samples] == ["request"]
    said = told("post", "/books", paragraph("Adds one. It returns the book."), sample, fields(":code 201: a"))
    assert [one.direction for one in said.operation.samples] == ["response"]


def test_one_body_is_sent_where_nothing_comes_back() -> None:
    """204 has no body, so that the only one shown is the request's."""
    sample = code("json", '{"title": "Emma"}')
    assert [one.direction for one in told("patch", "/b", sample, fields(":code 204: a")).operation.samples] == [
        "request"
    ]
    assert [one.direction for one in told("patch", "/b", sample, fields(":code 200: a")).operation.samples] == [
        "response"
    ]


def test_a_param_of_the_arguments_query_string_is_no_slip() -> None:
    """The package has one kind of variable for path and query string."""
    said = told("get", "/search?q=(string:q)", fields(":param q: words\n:code 200: a"))
    assert (said.parameter("query", "q").description != (), said.codes) == (True, [])


def test_authorization_without_a_scheme_is_the_only_one_that_the_pages_name() -> None:
    """Not where it may be left out, nor where they name two."""
    named = directive("get", "/a", fields(":reqheader Authorization: ``Token abc``\n:code 200: a"))
    bare = directive("get", "/b", fields(":reqheader Authorization: the token\n:code 200: a"))
    may = directive("get", "/c", fields(":reqheader Authorization: optional token\n:code 200: a"))
    other = directive("get", "/d", fields(":reqheader Authorization: ``Bearer abc``\n:code 200: a"))
    said = read(page(section("Books", named, bare, may))).documentation.operations
    assert [one.security for one in said] == [("Token",), ("Token",), None]
    said = read(page(section("Books", named, bare, other))).documentation.operations
    assert [one.security for one in said] == [("Token",), None, ("Bearer",)]


def test_what_http_calls_a_status_is_no_description() -> None:
    """`200 OK: the book`; alone it is all there is."""
    said = told("get", "/books", bullets("``200 OK``: the book", "404 Not Found - no book", "410 Gone"))
    assert [one.description.plain for one in said.operation.responses] == ["the book", "no book", "Gone"]
