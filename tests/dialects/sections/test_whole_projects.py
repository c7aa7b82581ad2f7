"""Habits of whole projects: objects that several operations share, sentences that refer, titles over examples."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from docpact.config import Config
from docpact.pipeline import extract

Extract = Callable[[dict[str, str]], dict[str, Any]]
RULE = "=====  =======  ============\n"
TABLE = f"{RULE}Name   Type     Meaning\n{RULE}{{rows}}{RULE}"
BOOK = TABLE.format(rows="title  string   its title\npages  integer  how many\n")
OBJECT = "The book object\n---------------\n\n``title`` *string*\n  Its title.\n\n``pages`` *integer*\n  How many.\n"


def page(*sections: str) -> dict[str, str]:
    """A page of sections."""
    return {"books.rst": "Books\n=====\n\n" + "\n".join(sections)}


def section(title: str, text: str) -> str:
    """A section of a page."""
    return f"{title}\n{'-' * len(title)}\n\n{text}\n"


def properties(document: dict[str, Any], path: str, method: str, status: str = "") -> dict[str, Any]:
    """The properties of what is sent, or of what comes back with a status; entries of a list are looked into."""
    operation = document["paths"][path][method]
    holder = operation["responses"][status] if status else operation["requestBody"]
    schema = next(iter(holder["content"].values()))["schema"]
    while "$ref" in schema or "items" in schema:
        schema = document["components"]["schemas"][schema["$ref"][21:]] if "$ref" in schema else schema["items"]
    found: dict[str, Any] = schema.get("properties", {})
    return found


@pytest.mark.parametrize(
    "sentence",
    [
        "Returns a list of :ref:`book objects <book>`.",
        "Returns the book object.",
        "**Returns**\n\nA list of :ref:`book objects <book>`, or 404 if there is none.",
    ],
)
def test_a_list_under_the_title_of_an_object_is_a_structure(extracted: Extract, sentence: str) -> None:
    """As a table is; a sentence without a verb is about what its label says."""
    document = extracted(page(".. _book:\n\n" + OBJECT, section("Show", f"``GET /books``\n\n{sentence}")))
    found = properties(document, "/books", "get", "default")
    assert {name: one["type"] for name, one in found.items()} == {"title": "string", "pages": "integer"}


def test_a_section_with_a_plain_name_is_meant_where_a_sentence_calls_it_an_object(extracted: Extract) -> None:
    """And where it is sent, as `a Book`."""
    add = section("Add", "``POST /books``\n\nAdds one. The body is a Book.")
    show = section("Show", "``GET /books``\n\nReturns a list of Book objects.")
    document = extracted(page(section("Book", BOOK), add, show))
    assert list(properties(document, "/books", "get", "default")) == ["title", "pages"]
    assert list(properties(document, "/books", "post")) == ["title", "pages"]


def test_marks_beside_a_name_are_told_apart(extracted: Extract) -> None:
    """A type and a need, each marked up by itself."""
    text = "``POST /books``\n\n**Parameters**\n\n"
    text += "``title`` *string* **required**\n  Its title.\n\n``pages`` *integer*\n  How many; 1 by default.\n"
    document = extracted(page(section("Add", text)))
    found = properties(document, "/books", "post")
    assert found["title"]["type"] == "string"
    assert (found["pages"]["type"], found["pages"]["default"]) == ("integer", 1)
    schema = document["paths"]["/books"]["post"]["requestBody"]["content"]["application/json"]["schema"]
    assert schema["required"] == ["title"]


ADD = section(
    "Add a book",
    "``POST /books``\n\n**Body**\n\n- ``title`` (string, required): what\n- ``pages`` (integer, optional): how many",
)


@pytest.mark.parametrize(
    ("sentence", "required"),
    [
        ("Takes the same fields as `Add a book`_.", ["title"]),
        ("Same as `Add a book`_, but all are optional. Returns ``200``.", None),
        ("The parameters are the same as for ``POST /books``.", ["title"]),
    ],
)
def test_fields_that_are_said_to_be_the_same_are_taken(extracted: Extract, sentence: str, required: Any) -> None:  # noqa: ANN401
    """From the operation that the sentence names."""
    document = extracted(page(ADD, section("Change a book", f"``PUT /books/{{id}}``\n\n{sentence}")))
    assert list(properties(document, "/books/{id}", "put")) == ["title", "pages"]
    schema = document["paths"]["/books/{id}"]["put"]["requestBody"]["content"]["application/json"]["schema"]
    assert schema.get("required") == required


def test_responses_that_are_said_to_be_the_same_are_taken(extracted: Extract) -> None:
    """Under a label for what comes back, where nothing else says so."""
    show = section("Show a book", f"``GET /books/{{id}}``\n\n**Response**\n\n{BOOK}")
    find = section(
        "Find books", "``GET /books``\n\n**Response**\n\nThe response is the same as that of `Show a book`_."
    )
    assert list(properties(extracted(page(show, find)), "/books", "get", "default")) == ["title", "pages"]


def test_a_list_in_a_cell_has_the_properties_of_its_row(extracted: Extract) -> None:
    """Where the type is composed; below a string it lists values."""
    text = (
        "``POST /books``\n\n**Body**\n\n.. list-table::\n   :header-rows: 1\n\n"
        "   * - Name\n     - Type\n     - Meaning\n"
        "   * - tags\n     - object\n     - Tags. It has:\n\n       * ``add`` (array of strings): those to add\n"
        "       * ``drop`` (array of strings): those to drop\n"
        "   * - kind\n     - string\n     - One of:\n\n       * ``a``\n       * ``b``\n"
    )
    found = properties(extracted(page(section("Add", text))), "/books", "post")
    assert list(found["tags"]["properties"]) == ["add", "drop"]
    assert found["kind"]["enum"] == ["a", "b"]


def test_a_path_as_title_has_the_method_of_its_example(extracted: Extract) -> None:
    """What stands below the example's GET comes back."""
    text = 'Finds books.\n\nExample::\n\n  GET /books/find?query=x\n\n  {"found": 1}\n'
    document = extracted(page(section("``/books/find``", text)))
    assert list(document["paths"]["/books/find"]) == ["get"]
    assert list(properties(document, "/books/find", "get", "default")) == ["found"]


def test_two_lines_with_one_method_share_what_stands_below(extracted: Extract) -> None:
    """Where a sentence on its purpose leads to the second; with another method each has its own text."""
    lines = "To get all pages::\n\n  {first} /books/{{id}}/pages\n\nTo get one page::\n\n  GET /pages/{{page}}\n\n"
    response = f"**Response**\n\n{BOOK}"
    document = extracted(page(section("Pages", f"**Request**\n\n{lines.format(first='GET')}{response}")))
    assert all(properties(document, path, "get", "default") for path in ("/books/{id}/pages", "/pages/{page}"))
    document = extracted(page(section("Pages", f"**Request**\n\n{lines.format(first='DELETE')}{response}")))
    assert "content" not in document["paths"]["/books/{id}/pages"]["delete"]["responses"]["default"]


def test_words_for_fields_below_a_label_stay_below_it(extracted: Extract) -> None:
    """`Each book has these fields:` says nothing of where they travel; the label before it does."""
    sample = '::\n\n  {"title": "x", "pages": 1}\n\n'
    text = f"``POST /books``\n\n**Response**\n\n{sample}Book objects with these fields:\n\n{BOOK}"
    document = extracted(page(section("Add", text)))
    assert "requestBody" not in document["paths"]["/books"]["post"]
    assert list(properties(document, "/books", "post", "default")) == ["title", "pages"]


def test_pairs_in_bullets_and_sentences_are_parameters(extracted: Extract) -> None:
    """A value in brackets names the type; a sentence says that a pair stands in the query string."""
    text = (
        "``GET /books``\n\nQuery parameters:\n\n- ``owner=$id``: whose\n- ``limit=<int>``: how many, 20 by default\n\n"
        "The URI takes optional ``kind=a|b`` parameters.\n"
    )
    found = {one["name"]: one for one in extracted(page(section("List", text)))["paths"]["/books"]["get"]["parameters"]}
    assert list(found) == ["owner", "limit", "kind"]
    assert found["limit"]["schema"] == {"type": "integer", "default": 20}


def test_a_column_headed_header_lists_header_fields(extracted: Extract) -> None:
    """Whatever the method."""
    table = "=======  =======\nHeader   Meaning\n=======  =======\nX-Shelf  which\n=======  =======\n"
    document = extracted(page(section("Add", f"``POST /books``\n\n**Parameters**\n\n{table}")))
    assert [(one["in"], one["name"]) for one in document["paths"]["/books"]["post"]["parameters"]] == [
        ("header", "X-Shelf")
    ]


def test_a_status_of_another_method_is_none_of_the_operation(extracted: Extract) -> None:
    """Where several operations share a table that names their methods."""
    methods = "======  ======\nMethod  Status\n======  ======\nGET     200\nPUT     200\n======  ======\n"
    rule = "==========================  ======\n"
    faults = f"{rule}Exception                   Status\n{rule}PUT that changes the title  403\n{rule}"
    document = extracted(page(section("``/books``", methods) + "\nExceptions\n~~~~~~~~~~\n\n" + faults))
    assert "403" in document["paths"]["/books"]["put"]["responses"]
    assert "403" not in document["paths"]["/books"]["get"]["responses"]


def test_addresses_that_give_tokens_are_no_operations(extracted: Extract) -> None:
    """On another server than the operations: they are a security scheme's."""
    text = "To get a key::\n\n  POST https://login.library.example/oauth/token\n"
    document = extracted(page(ADD, section("Keys", text)))
    assert list(document["paths"]) == ["/books"]


def test_a_title_of_several_operations_gives_way(extracted: Extract) -> None:
    """To the title of the place that is about one of them alone."""
    one = section(
        "Get a book",
        f"::\n\n  GET /books/{{id}}\n\nYou can also get several::\n\n  GET /books?id=1,2\n\n**Response**\n\n{BOOK}",
    )
    other = section("Search books", "``GET /books``\n\nReturns ``200``.")
    document = extracted(page(one, other))
    assert document["paths"]["/books"]["get"]["summary"] == "Search books"
    assert document["paths"]["/books/{id}"]["get"]["summary"] == "Get a book"


def test_what_an_operation_lists_itself_counts(extracted: Extract) -> None:
    """A sentence that speaks of the same fields before its own list takes nothing, unless it adds to them."""
    own = (
        "``PUT /books/{{id}}``\n\nTakes {words} fields as `Add a book`_{end}:\n\n- ``title`` (string, optional): new\n"
    )
    for words, end, names in (
        ("mostly the same", "", ["title"]),
        ("the same", "", ["title"]),
        ("the same", ", and", ["title", "pages"]),
    ):
        document = extracted(page(ADD, section("Change a book", own.format(words=words, end=end))))
        assert list(properties(document, "/books/{id}", "put")) == names, words + end


def test_labels_have_remarks_and_statuses_beside_them(extracted: Extract) -> None:
    """`**Body** (JSON)` and `**Response** 201 Created`, also below an example."""
    text = (
        "``POST /books``\n\n**Body** (JSON)\n\n"
        "- ``title`` *(string, required)* - what\n- ``pages`` *(int)* - how many\n\n"
        "Example:\n\n.. code-block:: bash\n\n   curl -d @a.json https://library.example/books\n\n"
        "**Response** ``201 Created``\n"
    )
    document = extracted(page(section("Add", text)))
    assert list(properties(document, "/books", "post")) == ["title", "pages"]
    assert list(document["paths"]["/books"]["post"]["responses"]) == ["201"]


def test_a_request_line_types_its_variables(extracted: Extract) -> None:
    """Where no row does."""
    document = extracted(page(section("Show", "``GET /books/<int:id>``\n\nReturns a book. ``404`` if there is none.")))
    show = document["paths"]["/books/{id}"]["get"]
    assert show["parameters"][0]["schema"] == {"type": "integer"}
    assert "404" in show["responses"]


def test_a_section_for_responses_says_that_they_are_the_same(extracted: Extract) -> None:
    """By the other's method and path."""
    find = section("GET /books", f"**Response**\n\n{BOOK}")
    search = section("POST /books/search", "Searches.\n") + "\nResponse\n~~~~~~~~\n\nSame as `GET /books`_.\n"
    assert list(properties(extracted(page(find, search)), "/books/search", "post", "default")) == ["title", "pages"]


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        (":ref:`Pagination parameters <paging>` can be given as well.", "same-unknown"),
        ("Optional: ``title`` (string), only those.", "parameter-in-prose"),
    ],
)
def test_parameters_that_are_told_elsewhere_are_reported(tmp_path: Path, sentence: str, code: str) -> None:
    """Behind a link, or in a sentence."""
    text = f"Books\n=====\n\nList\n----\n\n``GET /books``\n\nReturns ``200``. {sentence}\n"
    (tmp_path / "books.rst").write_text(text, "utf-8")
    found = extract([tmp_path], Config(root=tmp_path))
    assert code in [diagnostic.code for diagnostic in found.diagnostics]
    assert "parameters" not in found.document["paths"]["/books"]["get"]
