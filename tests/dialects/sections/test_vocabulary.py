"""What words say: needs, names, types in sentences, statuses, captions."""

from __future__ import annotations

from typing import Any

import pytest

from docpact.diagnostics import Diagnostic, Origin
from docpact.dialects.sections.captions import is_example_title, is_outcome_title, parse_caption
from docpact.dialects.sections.names import parse_name
from docpact.dialects.sections.need import cell_need, described_need, has_default, marked_need
from docpact.dialects.sections.pseudo_json import read_sketch
from docpact.dialects.sections.statuses import status_alone, statuses_in_sentence
from docpact.dialects.sections.type_in_words import type_in_words
from docpact.read.page import Span, Style, Text

HERE = Origin("books.rst", 1)


def text(words: str, style: Style = Style.PLAIN) -> Text:
    """A text of one span."""
    return Text((Span(words, style),), HERE)


@pytest.mark.parametrize(
    ("words", "need"),
    [
        ("yes", True), ("Y", True), ("Mandatory", True), ("required", True), ("yes, always", True),
        ("no", False), ("Optional", False), ("-", False), ("", False), ("no, unless lent", False),
        ("if lent", None), ("yes if lent", None),
    ],
)  # fmt: skip
def test_a_cell_about_need_says(words: str, need: bool | None) -> None:  # noqa: FBT001 - a table of cases.
    """A condition says nothing for certain."""
    assert cell_need(words) is need


@pytest.mark.parametrize(
    ("words", "need"),
    [
        ("(required) the title", True), ("The title (optional).", False), ("Optional. The title", False),
        ("string, required. The title", True), ("The title. Required.", True), ("This is an optional field.", False),
        ("An optional string that names it", False), ("Must be specified.", True), ("10 by default", None),
        ("If omitted, all are shown", None), ("Required when lent", None), ("(required if lent)", None),
        ("required, optional", None), ("The required skills", None), ("The title", None),
    ],
)  # fmt: skip
def test_a_description_says_whether_it_is_needed(words: str, need: bool | None) -> None:  # noqa: FBT001 - as above.
    """In brackets, as a word of its own, or in a sentence about the field."""
    assert described_need(words) is need


def test_a_default_says_that_it_may_be_left_out() -> None:
    """Without being a mark: other rows aren't required for it."""
    assert [has_default(words) for words in ("10 by default", "Defaults to 10", "If omitted, all", "Ten")] == [
        True, True, True, False,
    ]  # fmt: skip


def test_marks_beside_a_name_say_whether_it_is_needed() -> None:
    """In brackets or after a comma."""
    assert [marked_need(words) for words in ("(required)", "*Optional*", ", optional", "(string, required)", "")] == [
        True, False, False, True, None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "name", "required", "kind"),
    [
        ("title", "title", None, ""), ("{title}", "title", None, ""), ("<title>", "title", None, ""),
        ("title (required)", "title", True, ""), ("title*", "title", True, ""), ("?title", "title", False, ""),
        ("title : string", "title", None, "string"), ("title (integer, optional)", "title", False, "integer"),
        ("book.title", "book.title", None, ""), ("provider:kind", "provider:kind", None, ""),
        ("Any other parameter", "", None, ""), ("", "", None, ""), ("See the note", "", None, ""),
    ],
)  # fmt: skip
def test_a_name_cell_says(words: str, name: str, required: bool | None, kind: str) -> None:  # noqa: FBT001 - as above.
    """The name without its marks, and what they mean."""
    read = parse_name(text(words))
    assert (read.name, read.required, read.type_words) == (name, required, kind)


def test_a_name_with_blanks_is_taken_from_one_line_only() -> None:
    """On two lines, two names may have run into one another."""
    assert parse_name(text("is explicit")).blank
    assert parse_name(text("is\nexplicit")).name == ""


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("A string that names it", ("string", 0, False)),
        ("The integral, unique identifier", ("integer", 0, False)),
        ("An integer", ("integer", 0, False)),
        ("A floating-point number", ("number", 0, False)),
        ("a boolean value", ("boolean", 0, False)),
        ("An array of strings", ("string", 1, False)),
        ("An array of objects", (None, 1, False)),
        ("A map of titles to objects", (None, 0, True)),
        ("Its password; an empty string keeps it", ("string", 0, False)),
        ("How many (integer, at most 50)", ("integer", 0, False)),
        ("The number of books", None),
        ("What is in the string", None),
    ],
)
def test_a_sentence_says_of_what_type_the_value_is(words: str, said: tuple[Any, ...] | None) -> None:
    """Only where it speaks of the value itself."""
    kind = type_in_words(text(words))
    assert (None if kind is None else (kind.type, kind.lists, kind.map)) == said


def test_a_line_of_a_status_states_it() -> None:
    """With its reason, but not with a sentence."""
    lines = ["200 OK", "HTTP 404", "Status code: 201", "Error 409 Conflict", "Code : 204 No Content", "2XX"]
    assert [status_alone(text(line)) for line in lines] == ["200", "404", "201", "409", "204", "2XX"]
    assert [status_alone(text(line)) for line in ("200 books are shown at most, never more than that", "v2.200")] == [
        "",
        "",
    ]


def test_a_sentence_about_statuses_states_them() -> None:
    """After words for a status."""
    assert statuses_in_sentence(text("Normal response codes: 200, 202")) == ["200", "202"]
    assert statuses_in_sentence(text("Returns 201 on success, or HTTP 409 if it is lent.")) == ["201", "409"]
    assert statuses_in_sentence(text("Possible status codes are 201 (added), 400 and 409.")) == ["201", "400", "409"]
    assert statuses_in_sentence(text("You will receive a 204 response.")) == ["204"]
    assert statuses_in_sentence(text("At most 200 books are lent.")) == []


@pytest.mark.parametrize(
    ("words", "direction", "place", "status"),
    [
        ("Query parameters", None, "query", ""), ("Request body parameters", "request", "body", ""),
        ("Response", "response", None, ""), ("Status code: 404", None, None, "404"), ("URI parameters", None, "uri", ""),  # noqa: E501 - a page on one line.
        ("Request path parameters", "request", "path", ""), ("The response to the request", "response", None, ""),
        ("Things to know", None, None, ""),
    ],
)  # fmt: skip
def test_a_caption_says(words: str, direction: str | None, place: str | None, status: str) -> None:
    """What is spoken of first is the direction."""
    caption = parse_caption(words)
    assert (caption.direction, caption.place, caption.status) == (direction, place, status)


def test_titles_of_operations_are_no_titles_of_parts() -> None:
    """`Get a sample` is an operation, `Sample request` a part of one."""
    assert is_example_title("Sample request")
    assert is_example_title("Examples of lending")
    assert not is_example_title("Get a sample")
    assert is_outcome_title("Response codes")
    assert not is_outcome_title("Show the error page")


def test_a_sample_with_placeholders_shows_names() -> None:
    """And the values that are none; a sample that is JSON isn't one."""
    found: list[Diagnostic] = []
    sketch = '{"title": <its title>, "copies": [{"at": 3}, ...], "next": null}'
    assert read_sketch(sketch, HERE, found.append) == ({"title": None, "copies": [{"at": 3}], "next": None},)
    assert [one.code for one in found] == ["sample-sketch"]
    assert read_sketch('{"title": "<b>...</b>"}', HERE, found.append) is None
