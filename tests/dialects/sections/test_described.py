"""From pages to the document: what is nested, silent, stated once or shown only in samples."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from docpact.config import Config
from docpact.diagnostics import Diagnostic
from docpact.errors import InputError
from docpact.pipeline import extract

Extract = Callable[[dict[str, str]], dict[str, Any]]


def body(document: dict[str, Any], path: str = "/books") -> Any:  # noqa: ANN401 - a schema.
    """The schema of what is posted."""
    return next(iter(document["paths"][path]["post"]["requestBody"]["content"].values()))["schema"]


@pytest.mark.parametrize(
    ("first", "second", "required"),
    [("(required)", "", ["a"]), ("(optional)", "", ["b"]), ("", "", None), ("(optional)", "(required)", ["b"])],
)
def test_silence_is_the_other_of_what_is_marked(extracted: Extract, first: str, second: str, required: Any) -> None:  # noqa: ANN401
    """Where only one of the two words is used; where neither is, nothing is required."""
    page = f"Add\n===\n\n``POST /books``\n\n**Body**\n\n- ``a`` {first}: text\n- ``b`` {second}: text\n"
    assert body(extracted({"books.rst": page})).get("required") == required


def test_silence_goes_by_the_whole_documentation(extracted: Extract) -> None:
    """Where its own table marks nothing."""
    add = "Add\n===\n\n``POST /books``\n\n**Body**\n\n- ``a``: text\n"
    other = "Lend\n====\n\n``POST /loans``\n\n**Body**\n\n- ``b``: text\n- ``c`` (optional): text\n"
    assert body(extracted({"books.rst": add, "loans.rst": other}))["required"] == ["a"]


def test_flat_fields_take_the_places_that_the_sample_shows(extracted: Extract) -> None:
    """With the wrapper, and what only the sample has beside it."""
    page = """
        List
        ====

        ``GET /books``

        **Response**

        =====  =======  =======
        Name   Type     Meaning
        =====  =======  =======
        title  string   what it is called
        pages  integer  how many
        =====  =======  =======

        **Example response**::

            {"books": [{"title": "Emma", "pages": 474}], "total": 1}
    """
    document = extracted({"books.rst": page})
    schema = document["paths"]["/books"]["get"]["responses"]["default"]["content"]["application/json"]["schema"]
    assert sorted(schema["properties"]) == ["books", "total"]
    assert sorted(schema["properties"]["books"]["items"]["properties"]) == ["pages", "title"]


def test_no_status_is_made_up(extracted: Extract) -> None:
    """A response without any is the default."""
    page = "Show\n====\n\n``GET /books``\n\n**Response**\n\n:title: A string.\n"
    assert list(extracted({"books.rst": page})["paths"]["/books"]["get"]["responses"]) == ["default"]


def test_a_form_is_a_body_of_its_media_type(extracted: Extract) -> None:
    """As the sample request sends it."""
    page = 'Add\n===\n\n``POST /books``\n\n**Parameters**\n\n- ``a`` (required): text\n\nExample::\n\n    $ curl https://l.example/books -d a=1\n    {"id": 3}\n'  # noqa: E501 - a page on one line.
    operation = extracted({"books.rst": page})["paths"]["/books"]["post"]
    assert list(operation["requestBody"]["content"]) == ["application/x-www-form-urlencoded"]
    response = operation["responses"]["default"]["content"]["application/json"]["schema"]
    assert response["properties"]["id"]["type"] == "integer"


def test_a_parameter_may_say_itself_where_it_travels(extracted: Extract) -> None:
    """In a column, or in its description."""
    page = """
        Add
        ===

        ``POST /books/{id}``

        **Parameters**

        =====  ======  ======  ========================
        Name   In      Type    Meaning
        =====  ======  ======  ========================
        id     path    string  which
        dry    query   string  whether only to try
        X-Who  header  string  who
        title  body    string  what it is called
        =====  ======  ======  ========================
    """
    operation = extracted({"books.rst": page})["paths"]["/books/{id}"]["post"]
    assert [(p["in"], p["name"]) for p in operation["parameters"]] == [
        ("path", "id"), ("query", "dry"), ("header", "X-Who"),
    ]  # fmt: skip
    assert list(body({"paths": {"/books": {"post": operation}}})["properties"]) == ["title"]


def test_names_may_be_paragraphs_with_a_field_list_each(extracted: Extract) -> None:
    """`:Type:`, `:Required:` and `:Description:` are about the name above them."""
    page = "Add\n===\n\n``POST /books``\n\n**Body**\n\n``title``\n\n:Type: String\n:Required: Yes\n:Description: Its title.\n\n``pages``\n\n:Type: Integer\n:Required: No\n:Description: How many.\n"  # noqa: E501 - a page on one line.
    schema = body(extracted({"books.rst": page}))
    assert {name: one["type"] for name, one in schema["properties"].items()} == {"title": "string", "pages": "integer"}
    assert schema["required"] == ["title"]


def test_bold_names_among_others_are_required(extracted: Extract) -> None:
    """Where all are bold, it says nothing."""
    table = "=========  ======\nName       Type\n=========  ======\n{}      string\n{}      string\n=========  ======\n"
    page = "Add\n===\n\n``POST /books``\n\n**Body**\n\n{}"
    schema = body(extracted({"books.rst": page.format(table.format("**a**", "b    "))}))
    assert schema["required"] == ["a"]


def test_other_documentation_gives_no_operation(tmp_path: Any) -> None:  # noqa: ANN401 - a path.
    """A protocol of frames, and a library with calls in its samples: one clear line, and no document."""
    frames = "Frames\n======\n\nGET and SET\n-----------\n\n====  ======  =======\nName  Type    Meaning\n====  ======  =======\nop    uint8   0x01 is GET\n====  ======  =======\n"  # noqa: E501 - a page on one line.
    library = "Usage\n=====\n\n.. code-block:: python\n\n   requests.get('https://l.example/books/7').json()\n\n:param str url: where\n"  # noqa: E501 - a page on one line.
    (tmp_path / "frames.rst").write_text(frames)
    (tmp_path / "library.rst").write_text(library)
    with pytest.raises(InputError, match="no operation could be read from 2 pages"):
        extract([tmp_path], Config(root=tmp_path))


def test_what_only_a_sample_sends_is_the_body_and_reported(extracted: Extract, found: list[Diagnostic]) -> None:
    """Its properties with their types."""
    page = 'Add\n===\n\n``POST /books``\n\n**Example request**::\n\n    {"title": "Emma"}\n'
    assert body(extracted({"books.rst": page}))["properties"]["title"]["type"] == "string"
    assert "body-undocumented" in {one.code for one in found}


def test_statuses_may_be_labelled_values(extracted: Extract) -> None:
    """In rows, fields and entries."""
    page = "Drop\n====\n\n:Method: DELETE\n:URL: /books\n:Success code: 204\n:Error codes: 403, 404 if there is none\n"
    assert list(extracted({"books.rst": page})["paths"]["/books"]["delete"]["responses"]) == ["204", "403", "404"]


def test_brackets_behind_a_name_are_a_list_in_json(extracted: Extract) -> None:
    """In a query string they are part of the name."""
    rows = "=======  ======\nName     Type\n=======  ======\ntags[]   string\n=======  ======\n"
    page = f"Add\n===\n\n``POST /books``\n\nBody parameters\n\n{rows}"
    assert body(extracted({"books.rst": page}))["properties"]["tags"]["type"] == "array"
    page = f"All\n===\n\n``GET /books``\n\nQuery parameters\n\n{rows}"
    assert extracted({"books.rst": page})["paths"]["/books"]["get"]["parameters"][0]["name"] == "tags[]"


def test_two_lines_of_one_text_share_it(extracted: Extract) -> None:
    """Each without the variables of the other."""
    table = "====  ======\nName  Type\n====  ======\nid    string\nfull  string\n====  ======\n"
    page = f"Get\n===\n\n``GET /books/{{id}}``\n\nOr all of them:\n\n``GET /books``\n\n{table}"
    paths = extracted({"books.rst": page})["paths"]
    assert [p["name"] for p in paths["/books/{id}"]["get"]["parameters"]] == ["id", "full"]
    assert [p["name"] for p in paths["/books"]["get"]["parameters"]] == ["full"]


@pytest.mark.parametrize(
    ("cell", "kind"),
    [("object", "object"), ("Dictionary", "object"), ("hash", "object"), ("any", None), ("mixed", None)],
)
def test_a_cell_says_object_or_leaves_it_open(extracted: Extract, cell: str, kind: str | None) -> None:
    """Words for a JSON object say that much; words for anything say nothing."""
    table = f"====  ==========\nName  Type\n====  ==========\na     {cell}\n====  ==========\n"
    page = f"Add\n===\n\n``POST /books``\n\n**Body**\n\n{table}"
    assert body(extracted({"books.rst": page}))["properties"]["a"].get("type") == kind


@pytest.mark.parametrize(
    ("words", "schema"),
    [
        ("what fits (dict)", {"type": "object"}),
        ("those that fit (list of strings)", {"type": "array", "items": {"type": "string"}}),
        ("how many (int); the default size is 10", {"type": "integer", "default": 10}),
    ],
)
def test_a_description_ends_with_its_type(extracted: Extract, words: str, schema: dict[str, Any]) -> None:
    """In brackets; the noun between `default` and `is` is no value."""
    page = f"Add\n===\n\n``POST /books``\n\n**Body**\n\n- ``a``: {words}\n- ``b``: text\n"
    found = body(extracted({"books.rst": page}))["properties"]["a"]
    assert {key: found.get(key) for key in schema} == schema


def test_a_form_that_only_a_call_shows_is_the_body(extracted: Extract) -> None:
    """A file is binary; what is in a file that a call sends is on no page."""
    call = "Add\n===\n\n``POST /books``\n\nExample::\n\n  curl {options} https://library.example/books\n"
    sent = body(extracted({"books.rst": call.format(options="-F 'cover=@a.png' -F title=Emma")}))
    assert sent["properties"] == {"cover": {"type": "string", "format": "binary"}, "title": {}}
    document = extracted({"books.rst": call.format(options="-d @book.json")})
    assert "requestBody" not in document["paths"]["/books"]["post"]


def test_a_message_begins_with_a_bare_status(extracted: Extract) -> None:
    """`201 Created`, an empty line and the body."""
    page = 'Add\n===\n\n``POST /books``\n\nResponse::\n\n  201 Created\n\n  {"id": 1}\n'
    found = extracted({"books.rst": page})["paths"]["/books"]["post"]["responses"]
    assert list(found) == ["201"]
    assert list(found["201"]["content"]["application/json"]["schema"]["properties"]) == ["id"]
