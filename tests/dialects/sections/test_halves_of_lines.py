"""Request lines whose halves stand apart, as title and table, and documentations that name operations by calls."""

from __future__ import annotations

import pytest

from docpact.diagnostics import Origin
from docpact.dialects.protocol import PageView
from docpact.dialects.sections.kinds import Topic, find_topics
from docpact.dialects.sections.parts import find_parts
from docpact.dialects.sections.request_line import parse_address
from docpact.read.tree import parse_page

METHODS = """
.. list-table::
   :header-rows: 1

   * - Method
     - Action
     - Status code
   * - GET
     - Show the shelf
     - 200
   * - PUT
     -
     - 405
   * - DELETE
     - Burn it
     - 204
"""
CALL = '.. code-block:: bash\n\n   export ID=7\n\n   curl -X {method} "{address}"\n'


def lines_of(text: str) -> list[str]:
    """The operations of a page."""
    page = parse_page(text, "shelves.rst", lambda _: None)
    assert page is not None
    return [f"{part.line.method} {part.line.path}" for part in find_parts(page.sections, lambda _: None).parts]


def topics_of(**pages: str) -> list[Topic]:
    """The operations of a documentation."""
    views = []
    for name, text in pages.items():
        page = parse_page(text, f"{name}.rst", lambda _: None)
        assert page is not None
        views.append(PageView(page=page, sections=page.sections))
    return [topic for topic in find_topics(views).by_name.values() if topic.line is not None]


def named(topics: list[Topic]) -> list[str]:
    """Their methods and paths."""
    return sorted(f"{topic.line.method} {topic.line.path}" for topic in topics if topic.line is not None)


@pytest.mark.parametrize(
    "title", ["``/shelves/<id>``", "``/shelves/<id>[.<format>]``", "URL: ``/shelves/<id>``", "/shelves/{id}"]
)
def test_a_table_of_methods_below_a_path_names_those_that_the_path_has(title: str) -> None:
    """One with status 405 says that there is no such operation."""
    text = f"Shelves\n=======\n\n{title}\n{'-' * len(title)}\n{METHODS}"
    assert lines_of(text) == ["GET /shelves/{id}", "DELETE /shelves/{id}"]


def test_a_table_of_methods_below_other_titles_names_nothing() -> None:
    """Nor does one with columns about other things, such as who may."""
    assert lines_of(f"Shelves\n=======\n\nMethods\n-------\n{METHODS}") == []
    allowed = METHODS.replace("Action", "Allowed for").replace("Status code", "Permission")
    assert lines_of(f"Shelves\n=======\n\n``/shelves``\n------------\n{allowed}") == []


@pytest.mark.parametrize("title", ["GETs", "GETs (Reading Data)", "GET requests"])
def test_a_table_of_paths_below_a_method_names_operations(title: str) -> None:
    """Each row is one, with its query string."""
    table = (
        "========================  ==================\nResource                  Description\n"
        "========================  ==================\n``/shelves``              All shelves\n"
        "``/shelves/{id}?all=1``   One shelf\n========================  ==================\n"
    )
    text = f"Shelves\n=======\n\n{title}\n{'-' * len(title)}\n\n{table}"
    assert lines_of(text) == ["GET /shelves", "GET /shelves/{id}"]
    assert lines_of(f"Shelves\n=======\n\nOverview\n--------\n\n{table}") == []


def test_sentences_say_how_something_is_done() -> None:
    """The sentence needn't begin with the request."""
    table = "====  ======\nName  Type\n====  ======\na     string\n====  ======\n"
    for words in (
        "Shelves are built by sending a PUT request to ``/shelves/<name>``.",
        "Builds a shelf. Send a ``PUT`` request to the URL endpoint ``/shelves/<name>``.",
        "Sending a PUT request to ``/shelves/<name>`` builds a shelf.",
    ):
        assert lines_of(f"Shelves\n=======\n\nBuild\n-----\n\n{words}\n\n{table}") == ["PUT /shelves/{name}"], words


def test_calls_with_variables_are_request_lines_where_pages_have_no_others() -> None:
    """A variable in place of the server says that the call is a template; a call of one server is an example."""
    page = "Shelves\n=======\n\n"
    for title, method, address in (
        ("Show a shelf", "GET", "$SERVER/api/shelves/$ID"),
        ("Burn a shelf", "DELETE", "${SERVER}/api/shelves/$ID?now=1"),
        ("Count the shelves", "GET", "https://$HOST/api/count"),
        ("Tip", "GET", "https://library.example/api/tips/7"),
        ("Getting started", "GET", "$SERVER/api/ping"),
    ):
        page += f"{title}\n{'-' * len(title)}\n\nIt does.\n\n{CALL.format(method=method, address=address)}\n"
    assert named(topics_of(shelves=page)) == ["DELETE /shelves/{ID}", "GET /count", "GET /shelves/{ID}"]


def test_calls_show_operations_that_request_lines_name() -> None:
    """Where most sections have a request line, a call elsewhere is an example."""
    lines = "".join(f"Book {n}\n------\n\n``GET /books{n}/{{id}}``\n\nText.\n\n" for n in range(4))
    tips = "".join(f"Tip {n}\n-----\n\n{CALL.format(method='GET', address=f'$SERVER/tips/{n}')}\n" for n in range(2))
    found = named(topics_of(books=f"Books\n=====\n\n{lines}", tips=f"Tips\n====\n\n{tips}"))
    assert found == [f"GET /books{n}/{{id}}" for n in range(4)]


@pytest.mark.parametrize(
    ("address", "path", "query"),
    [
        ("{host}:9311/v1/books?limit=2", "/books", ("limit",)),
        ("/books[.<format>]", "/books", ()),
        ("/books?name=a&...&sort=b", "/books", ("name", "sort")),
    ],
)
def test_addresses_have_ports_formats_and_dots(address: str, path: str, query: tuple[str, ...]) -> None:
    """Those are no part of the path, and no names."""
    line = parse_address("GET", address, Origin("books.rst", 1))
    assert line is not None
    assert (line.path, tuple(name for name, _ in line.query)) == (path, query)


def test_a_message_in_plain_words_is_an_example() -> None:
    """`Headers:` below a start line begins its fields; `Content: {` begins the body of a request line's block."""
    example = "Request:\n~~~~~~~~\n\n::\n\n  GET {host}:80/books?limit=2\n  Headers:\n    A: b\n"
    message = f"Books\n=====\n\nGET /books\n----------\n\n{example}"
    assert lines_of(message) == ["GET /books"]
    block = 'Books\n=====\n\nSave\n----\n\n::\n\n  POST /books/{id}/save\n\n  Content: {\n    "a": 1\n  }\n'
    assert lines_of(block) == ["POST /books/{id}/save"]
