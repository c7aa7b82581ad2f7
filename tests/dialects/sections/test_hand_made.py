"""Habits of hand-made pages: each rule with what it takes and what it must leave."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from docpact.config import DialectOptions
from docpact.diagnostics import Diagnostic, Origin
from docpact.dialects import read_blocks_of
from docpact.dialects.sections.arguments import read_argument, read_needs
from docpact.dialects.sections.columns import Column, find_column
from docpact.dialects.sections.listed_values import listed_values, typed_members
from docpact.dialects.sections.request_line import parse_request_line
from docpact.dialects.statements import Member
from docpact.read.page import List, Paragraph, Span, Style, Table, Text
from docpact.read.tree import parse_page

Extract = Callable[[dict[str, str]], dict[str, Any]]
HERE = Origin("page.rst", 1)
TABLE = "====  =================\nName  Type\n====  =================\nid    string\n====  =================\n"


def text(words: str) -> Text:
    """Running text with ``literals``."""
    parts = re.split(r"``([^`]+)``", words)
    styles = (Style.PLAIN, Style.LITERAL)
    return Text(tuple(Span(part, styles[i % 2]) for i, part in enumerate(parts) if part), HERE)


def bullets(*entries: str) -> List:
    """A bullet list."""
    return List(tuple((Paragraph(text(entry)),) for entry in entries), HERE)


def operation(document: dict[str, Any], address: str) -> Any:  # noqa: ANN401 - a plain mapping.
    """The operation of a method and path."""
    method, _, path = address.partition(" ")
    return document["paths"][path][method.lower()]


def parameters(document: dict[str, Any], address: str) -> list[str]:
    """The operation's parameters: place and name."""
    return [f"{one['in']} {one['name']}" for one in operation(document, address).get("parameters", ())]


def body_of(document: dict[str, Any], address: str) -> Any:  # noqa: ANN401 - a schema.
    """The schema of what is sent."""
    return next(iter(operation(document, address)["requestBody"]["content"].values()))["schema"]


def response_of(document: dict[str, Any], address: str, status: str) -> Any:  # noqa: ANN401 - a schema.
    """The schema of what comes back."""
    return next(iter(operation(document, address)["responses"][status]["content"].values()))["schema"]


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("one of ``a1``, ``b1`` or ``c1``. More.", ["a1", "b1", "c1"]),
        ('Can be "a1" or "b1".', ["a1", "b1"]),
        ("``soft`` | ``loud``. Default: ``soft``", ["soft", "loud"]),
        ("Sort order (``asc`` or ``desc``)", ["asc", "desc"]),
        ("Sort order: ``asc`` or ``desc``", ["asc", "desc"]),
        ("Possible values: new, old and lost.", ["new", "old", "lost"]),
        ("Tells if the book is ``NEW``, ``OLD``, or ``LOST``.", ["NEW", "OLD", "LOST"]),
        ("one of: 'DEBUG','INFO'", ["DEBUG", "INFO"]),
        ("such as ``a1`` or ``b1``", []),
        ("The fields ``a1`` and ``b1`` are deprecated", []),
        ("Either ``true`` or ``false``", []),
        ("``a1`` and ``b1`` are names", []),
        ("one of ``a1``", []),
        ("The default values ``a1``, ``b1`` are taken", []),
    ],
)
def test_values_of_a_sentence(words: str, values: list[str]) -> None:
    """Marked or quoted words that something announces, or that are all that is said; never examples or names."""
    assert [one.value for one in listed_values(text(words), ())] == values


def test_values_in_a_list_below() -> None:
    """After words that announce them; below a string, marked words with their meanings need no announcement."""
    said = Paragraph(text("What state it is in"))
    entries = bullets("``new``: just bought", "``old``: worn")
    assert not listed_values(said.text, (said, entries))
    assert [one.value for one in listed_values(said.text, (said, entries), scalar=True)] == ["new", "old"]
    announced = Paragraph(text("One of the values:"))
    found = listed_values(announced.text, (announced, bullets("new - just bought", "old - worn")))
    assert [(one.value, one.description) for one in found] == [("new", "just bought"), ("old", "worn")]


@pytest.mark.parametrize(
    ("kind", "values"), [("integer", [1, 2]), (None, [1, 2]), ("string", ["1", "2"]), ("boolean", []), ("number", [])]
)
def test_values_are_of_the_fields_type(kind: str | None, values: list[int | str]) -> None:
    """Digits are whole numbers unless the field is of strings; a boolean's or number's are no enum."""
    members = [Member(value=value, name=value) for value in ("1", "2")]
    assert [one.value for one in typed_members(members, kind)] == values


def test_words_are_no_whole_numbers() -> None:
    """An integer's description that lists words lists something else."""
    assert typed_members([Member(value=value, name=value) for value in ("new", "old")], "integer") == ()


@pytest.mark.parametrize(
    ("words", "place", "required"),
    [
        ("POST argument: name - string", "body", None), ("URL argument: limit - int", "query", None),
        ("Optional parameter: name (string)", "", False), ("Required header: token: which", "header", True),
    ],
)  # fmt: skip
def test_a_label_before_the_name(words: str, place: str, required: bool | None) -> None:  # noqa: FBT001 - three values.
    """Says where the parameter travels, and whether it is needed."""
    found = read_argument(words)
    assert found is not None
    assert (found.place, found.required) == (place, required)


@pytest.mark.parametrize(
    "words", ["HTTP method: POST", "Result: the book", "Parameters: see below for all", "name: the name"]
)
def test_other_labels_name_no_parameter(words: str) -> None:
    """Nor does a sentence after the label."""
    assert read_argument(words) is None


def test_needs_of_several() -> None:
    """An entry may list which of the others must be given."""
    needs = read_needs("Mandatory fields: name, kind")
    assert needs is not None
    assert (needs.required, needs.names) == (True, frozenset({"name", "kind"}))
    assert read_needs("Mandatory fields: the ones with a star") is None


@pytest.mark.parametrize(
    ("line", "path", "names"),
    [
        ("GET /books{?limit,after}", "/books", ["limit", "after"]),
        ("GET /books?page=1{&size}", "/books", ["page", "size"]),
        ("GET /shelves/[SHELF]/books", "/shelves/{SHELF}/books", []),
        ("GET /shelves/$SHELF", "/shelves/{SHELF}", []),
        ("POST /books?[parameters]&key=[key]", "/books", ["key"]),
    ],
)
def test_more_ways_to_write_an_address(line: str, path: str, names: list[str]) -> None:
    """Expansions are query strings, brackets and dollars mark variables, `[parameters]` is no name."""
    found = parse_request_line(line, HERE)
    assert found is not None
    assert (found.path, [name for name, _ in found.query]) == (path, names)


@pytest.mark.parametrize(
    ("header", "column", "index"),
    [
        (("Attribute", "Content", "Description"), Column.TYPE, 1), (("Attribute", "Content"), Column.DESCRIPTION, 1),
        (("Name", "Required / Optional"), Column.REQUIRED, 1), (("Name", "Located in"), Column.PLACE, 1),
        (("Param Name", "Type"), Column.NAME, 0), (("Name", "Valid Values"), Column.LIMITS, 1),
    ],
)  # fmt: skip
def test_headings(header: tuple[str, ...], column: Column, index: int) -> None:
    """`Content` is the type beside a description, else the description."""
    assert find_column(Table(header, (), HERE), column) == index


CELLS = """
    Show a book
    ===========

    +------------------+----------------------+
    | URL              | /books/:id           |
    +------------------+----------------------+
    | Method           | GET                  |
    +------------------+----------------------+
    | Success Response | Code: 200            |
    |                  |                      |
    |                  | Content: {"id": 4}   |
    +------------------+----------------------+
"""


def test_a_table_of_labels_is_opened(extracted: Extract) -> None:
    """Its rows are the operation's parts."""
    document = extracted({"books.rst": CELLS})
    assert list(response_of(document, "GET /books/{id}", "200")["properties"]) == ["id"]


OVERVIEW = """
    Books
    =====

    =======  ============  ==================
    Method   Path          Description
    =======  ============  ==================
    GET      /books        Lists the books
    DELETE   /books/{id}   Removes a book
    =======  ============  ==================
"""


def test_an_overview_counts_where_nothing_else_does(extracted: Extract, found: list[Diagnostic]) -> None:
    """Its lines are operations of a documentation that has no others; else what only it has is an error."""
    assert list(extracted({"books.rst": OVERVIEW})["paths"]) == ["/books", "/books/{id}"]
    assert "request-line-unused" not in [one.code for one in found]
    other = "Show\n====\n\n``GET /shelves``\n\nReturns 200.\n"
    assert list(extracted({"books.rst": OVERVIEW, "shelves.rst": other})["paths"]) == ["/shelves"]
    assert [one.code for one in found].count("request-line-unused") == 2


def test_a_column_about_something_else_makes_no_operation(extracted: Extract) -> None:
    """A table of permissions or limits is no overview."""
    page = OVERVIEW.replace("Description", "Role       ")
    other = "Show\n====\n\n``GET /shelves``\n\nReturns 200.\n"
    assert list(extracted({"books.rst": page, "shelves.rst": other})["paths"]) == ["/shelves"]


def test_sentences_name_structures(extracted: Extract) -> None:
    """What is sent and what is returned; a sentence that names two says of neither which is meant."""
    page = """
        Books
        =====

        Add a book
        ----------

        ``POST /books``

        The request body must be a BookInput. Returns a list of BookInfo.

        Swap
        ----

        ``POST /swaps``

        Returns 200. A BookInput is returned as a BookInfo.

        BookInfo
        --------

        =====  =======  ========
        Name   Type     Meaning
        =====  =======  ========
        id     integer  which
        =====  =======  ========

        BookInput
        ---------

        =====  =======  ========
        Name   Type     Meaning
        =====  =======  ========
        title  string   called
        =====  =======  ========
    """
    document = extracted({"books.rst": page})
    assert list(body_of(document, "POST /books")["properties"]) == ["title"]
    assert list(response_of(document, "POST /books", "default")["items"]["properties"]) == ["id"]
    assert "content" not in operation(document, "POST /swaps")["responses"]["200"]


def test_parents_and_cardinalities(extracted: Extract) -> None:
    """A column may say whose property a row is, and how often it may stand there."""
    page = """
        Add
        ===

        ``POST /books``

        **Body**

        =======  ========  ===========  =======
        Name     Type      Cardinality  Parent
        =======  ========  ===========  =======
        author   Object    1
        name     String    0..1         author
        tags     String    0..N
        =======  ========  ===========  =======
    """
    schema = body_of(extracted({"books.rst": page}), "POST /books")
    assert schema["required"] == ["author"]
    assert list(schema["properties"]["author"]["properties"]) == ["name"]
    assert schema["properties"]["tags"]["type"] == "array"


def test_the_one_row_in_the_body_is_the_body(extracted: Extract) -> None:
    """Where a column places it there and its type is a structure."""
    page = """
        Add
        ===

        ``POST /books``

        **Parameters**

        ====  =====  =====================
        Name  In     Type
        ====  =====  =====================
        dry   query  boolean
        book  body   :ref:`Book <a-book>`
        ====  =====  =====================

        Returns 201.

        .. _a-book:

        Book
        ----

        =====  ======
        Name   Type
        =====  ======
        title  string
        =====  ======
    """
    document = extracted({"books.rst": page})
    assert list(body_of(document, "POST /books")["properties"]) == ["title"]
    assert parameters(document, "POST /books") == ["query dry"]


def test_labels_say_what_is_needed(extracted: Extract) -> None:
    """`Required:` and `Optional:` over lists, and a column without a heading that marks the optional ones."""
    page = """
        Add
        ===

        ``POST /books``

        Required parameters:

        - ``title``: text
        - ``author``: text

        Optional parameters:

        - ``pages``: text
    """
    assert body_of(extracted({"books.rst": page}), "POST /books")["required"] == ["title", "author"]


def test_a_query_string_places_parameters(extracted: Extract) -> None:
    """What a PUT with a query string lists is in it, unless a sample sends a body."""
    page = f"Add\n===\n\n``PUT /books?format=json``\n\n**Parameters**\n\n{TABLE}"
    assert parameters(extracted({"books.rst": page}), "PUT /books") == ["query id", "query format"]
    sample = '\n**Request**\n\n.. code-block:: json\n\n   {"id": "x"}\n'
    assert parameters(extracted({"books.rst": page + sample}), "PUT /books") == ["query format"]


def test_query_strings_of_the_prose(extracted: Extract) -> None:
    """A literal with the operation's own path and a query string shows an optional parameter, another path's none."""
    prose = "Use ``/books?author=Poe`` or ``?year=1845``, and see ``/shelves?room=2``."
    page = f"List\n====\n\n``GET /v1/books``\n\n{prose}\n\nReturns 200.\n"
    document = extracted({"books.rst": page})
    assert [(one["name"], one["required"]) for one in operation(document, "GET /books")["parameters"]] == [
        ("author", False), ("year", False),
    ]  # fmt: skip


def test_a_gets_data_comes_back(extracted: Extract) -> None:
    """Fields of "data" under a GET are its response's: it sends none."""
    page = "Show\n====\n\n``GET /books``\n\nThe book data has these fields:\n\n- ``id``: Which. (integer)\n"
    assert list(response_of(extracted({"books.rst": page}), "GET /books", "default")["properties"]) == ["id"]


def test_a_success_without_status_is_the_default(extracted: Extract) -> None:
    """Where only failures have one: no 200 is made up."""
    sample = 'Example response:\n\n.. code-block:: json\n\n   {"id": 1}\n'
    page = f"Show\n====\n\n``GET /books``\n\nErrors:\n\n- 404: none\n\n{sample}"
    assert list(operation(extracted({"books.rst": page}), "GET /books")["responses"]) == ["404", "default"]


def test_several_types_are_alternatives(extracted: Extract) -> None:
    """A cell of type words is a choice of them; one with another word is left open."""
    rows = TABLE.replace("id    string", "a     string or integer\nb     string or Shelf")
    page = f"Show\n====\n\n``GET /books``\n\n**Query**\n\n{rows}"
    first, second = operation(extracted({"books.rst": page}), "GET /books")["parameters"]
    assert [one["type"] for one in first["schema"].get("oneOf", first["schema"].get("anyOf"))] == ["string", "integer"]
    assert "type" not in second["schema"]


def test_a_page_without_operations_shows_its_blocks() -> None:
    """Each table, list and sample that could be an operation's, with no rule; a line's parts are the request line."""
    table = f"Book\n====\n\n{TABLE}"
    page = parse_page(table, "book.rst", lambda _: None)
    assert page is not None
    read = read_blocks_of([page], page.name, DialectOptions())
    assert [(one.kind, one.rule) for one in read][-1] == ("table", "")
    page = parse_page(f"{table}\n\n``GET /books``\n\nReturns 200.\n", "book.rst", lambda _: None)
    assert page is not None
    roles = {one.words: one.role for one in read_blocks_of([page], page.name, DialectOptions())}
    assert roles["GET /books"] == "request line"
