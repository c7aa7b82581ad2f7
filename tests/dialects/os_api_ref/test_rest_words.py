"""Request lines, codes, types and values, as os-api-ref's pages write them."""

from __future__ import annotations

import pytest

from dialects.os_api_ref.pages import HERE, directive
from docpact.diagnostics import Diagnostic
from docpact.dialects.os_api_ref.codes_in_words import announced_kind, read_codes_in_words
from docpact.dialects.os_api_ref.rest_method import read_rest_method
from docpact.dialects.os_api_ref.types_in_words import parse_type
from docpact.dialects.os_api_ref.values_in_words import default_in_words, values_in_words
from docpact.dialects.os_api_ref.vocabulary import direction_of, direction_of_file
from docpact.dialects.statements import JsonType
from docpact.read.fragment import read_fragment
from docpact.read.page import Block, List, Paragraph, Span, Style, Text


def text(words: str) -> Text:
    """Return running text of one span."""
    return Text((Span(words),), HERE)


def blocks(words: str) -> tuple[Block, ...]:
    """Return a description's blocks."""
    return read_fragment(words, "parameters.yaml", 1, lambda _: None)


@pytest.mark.parametrize(
    ("written", "method", "path", "variables"),
    [
        ("GET /v2/shelves", "GET", "/v2/shelves", ()),
        ("\nget   /v2/shelves/{id}/", "GET", "/v2/shelves/{id}/", ("id",)),
        ("PUT /{a-b}/x/{os:c.d}", "PUT", "/{a-b}/x/{os:c.d}", ("a-b", "os:c.d")),
        ("GET /shelves/{id/name}", "GET", "/shelves/{id_name}", ("id_name",)),
        ("GET /{id}/to/{id}", "GET", "/{id}/to/{id_}", ("id", "id_")),
        ("GET v1/shelves", "GET", "/v1/shelves", ()),
        ("GET /shelves{?limit,marker}", "GET", "/shelves", ()),
        ("GET /shelves?deep=1#top", "GET", "/shelves", ()),
        ("GET https://lib.example:5000/v3", "GET", "/v3", ()),
        ("GET https://lib.example", "GET", "/", ()),
    ],
)
def test_a_request_line_is_the_first_line_of_the_content(
    written: str, method: str, path: str, variables: tuple[str, ...]
) -> None:
    """Method and URL are split at blanks; variables keep their names where a path template can have them."""
    line = read_rest_method(directive("rest_method", written), lambda _: None)
    assert line is not None
    assert (line.method, line.path, line.variables) == (method, path, variables)


def test_versions_stand_below_the_request_line() -> None:
    """They are kept as they are written: 2.20 is not 2.2."""
    line = read_rest_method(directive("rest_method", "GET /x\nmin_version: 2.17\nmax_version: 2.20"), lambda _: None)
    assert line is not None
    assert (line.min_version, line.max_version) == ("2.17", "2.20")


def test_the_rest_of_a_url_is_kept() -> None:
    """The server and what is asked have their places."""
    line = read_rest_method(directive("rest_method", "GET http://h:1/x{?a,b}?c=d"), lambda _: None)
    assert line is not None
    assert (line.server, line.query) == ("http://h:1", (("a", ""), ("b", ""), ("c", "d")))


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("", "request-line-malformed"),
        ("/shelves", "request-line-malformed"),
        ("GET /shelves/{id", "request-line-malformed"),
        ("GET /shelves/id}", "request-line-malformed"),
        ("COPY /shelves/{id}", "operation-unsupported"),
    ],
)
def test_a_line_that_is_no_operation_is_reported(written: str, code: str) -> None:
    """It isn't dropped without a word."""
    found: list[Diagnostic] = []
    assert read_rest_method(directive("rest_method", written), found.append) is None
    assert [diagnostic.code for diagnostic in found] == [code]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Normal response codes: 200, 202", [("200", True, ""), ("202", True, "")]),
        ("Normal Response Code: 300", [("300", True, "")]),
        ("Error response codes: badRequest(400), 401", [("400", False, "badRequest"), ("401", False, "")]),
        (
            "Error response codes: computeFault (400, 500)",
            [("400", False, "computeFault"), ("500", False, "computeFault")],
        ),
        ("Error codes: 404 (not there), 409", [("404", False, "not there"), ("409", False, "")]),
        ("Normal response codes: 200 Error response codes: 400", [("200", True, ""), ("400", False, "")]),
        ("Response codes: 201, 409", [("201", True, ""), ("409", False, "")]),
        ("Error response codes: 4xx", [("4XX", False, "")]),
        ("Normal response codes: 200. Since version 2.17 there are 300 of them.", [("200", True, "")]),
    ],
)
def test_codes_are_read_from_words(words: str, expected: list[tuple[str, bool, str]]) -> None:
    """What kind they are is said by the words, else by the code; a name is kept as description."""
    found: list[Diagnostic] = []
    statuses = read_codes_in_words(text(words), found.append)
    assert [(one.code, one.normal, one.text.plain) for one in statuses] == expected
    assert not found


def test_a_code_that_is_none_is_reported() -> None:
    """`41` is a slip for something: nobody knows for what."""
    found: list[Diagnostic] = []
    assert [one.code for one in read_codes_in_words(text("Error response codes: 400, 41"), found.append)] == ["400"]
    assert [diagnostic.code for diagnostic in found] == ["status-unreadable"]


@pytest.mark.parametrize(
    "words", ["The response code 200 means success.", "Normal shelves are 200 cm wide.", "Error handling: 400 pages."]
)
def test_prose_announces_no_codes(words: str) -> None:
    """Only a paragraph that begins with the announcement lists codes."""
    assert announced_kind(text(words)) is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("string", ("string", "", 0, False)),
        ("Integer", ("integer", "", 0, False)),
        ("float", ("number", "", 0, False)),
        ("uuid", ("string", "uuid", 0, False)),
        ("array", (None, "", 1, False)),
        ("dict", (None, "", 0, True)),
        ("array of strings", ("string", "", 1, False)),
        ("list of objects", (None, "", 1, True)),
        ("string or null", ("string", "", 0, False)),
    ],
)
def test_types_are_a_table(words: str, expected: tuple[JsonType | None, str, int, bool]) -> None:
    """os-api-ref's own words and those that references use beside them."""
    found, or_null = parse_type(text(words))
    assert (found.type, found.format, found.lists, found.open) == expected
    assert (or_null, found.name) == ("null" in words, "")


def test_other_type_words() -> None:
    """Several types are alternatives, `none` is no value, and a word that nobody knows is handed on."""
    assert [one.type for one in parse_type(text("string or integer"))[0].one_of] == ["string", "integer"]
    assert parse_type(text("none")) == (parse_type(text("null"))[0].__class__(words=text("none"), empty=True), True)
    assert parse_type(text("gadget"))[0].name == "gadget"


@pytest.mark.parametrize(
    ("words", "type_", "expected"),
    [
        ("One of ``a``, ``b`` or ``c``.", "string", ["a", "b", "c"]),
        ("Valid values are ``a`` (first) and ``b`` (second).", "string", ["a", "b"]),
        ("Its kind, which is either ``a`` or ``b``.", "string", ["a", "b"]),
        ("A valid value is ``4`` or ``6``. Default is ``4``.", "integer", [4, 6]),
        ("Values are ``a``, ``b``, and others.", "string", []),
        ("A comma-separated list. Valid values are ``a`` or ``b``.", "string", []),
        ("Possible values include ``a`` and ``b``.", "string", []),
        ("One of ``a`` or ``b`` must be given.", "string", []),
        ("A valid value is ``a``.", "string", []),
        ("Valid values are ``G1``, ``G2`` to ``G9``.", "string", []),
        ("Valid values are ``true`` or ``false``.", "boolean", []),
        ("Valid values are ``4`` or ``all``.", "integer", []),
    ],
)
def test_values_are_taken_from_lists_that_are_whole(words: str, type_: JsonType, expected: list[int | str]) -> None:
    """Half of a list would refuse what the API takes."""
    members, _ = values_in_words(blocks(words), type_)
    assert [member.value for member in members] == expected


def test_values_are_taken_from_lists_below_an_announcement() -> None:
    """Each entry begins with a value; what it says after it is the value's description."""
    entries = tuple(
        (Paragraph(Text((Span(value, Style.LITERAL), Span(says)), HERE)),)
        for value, says in (("a", ": The first."), ("b", ""))
    )
    announced = Paragraph(text("Its values:"))
    members, _ = values_in_words((announced, List(entries, HERE)), "string")
    assert [(member.value, member.description) for member in members] == [("a", "The first"), ("b", "")]
    prose = ((Paragraph(text("neither")),), *entries)
    assert values_in_words((announced, List(prose, HERE)), "string") == ((), False)
    assert values_in_words((Paragraph(text("It holds:")), List(entries, HERE)), "string") == ((), False)


def test_null_among_values_is_no_value() -> None:
    """It says that the value may be null."""
    members, nullable = values_in_words(blocks("Value is ``a``, ``b`` or ``null``."), "string")
    assert ([member.value for member in members], nullable) == (["a", "b"], True)


@pytest.mark.parametrize(
    ("words", "type_", "expected"),
    [
        ("Default is ``a``.", "string", "a"),
        ("The default value is 30.", "integer", 30),
        ("Whether it leans (default: true).", "boolean", True),
        ("Defaults to ``False``.", "boolean", False),
        ("The default shelf is ``a``.", "string", None),
        ("Default is ``null``.", "string", None),
        ("Default is ``a``.", "integer", None),
        ("For prose, default is ``8``. For poetry, default is ``9``.", "integer", None),
        ("No default.", "string", None),
    ],
)
def test_defaults_fit_their_type(words: str, type_: JsonType, expected: object) -> None:
    """A default that differs from case to case is none."""
    assert default_in_words(blocks(words), type_) == expected


@pytest.mark.parametrize(
    ("title", "direction"),
    [
        ("Request", "request"),
        ("Request Parameters", "request"),
        ("Response Example (admin)", "response"),
        ("JSON response", "response"),
        ("Request and response", None),
        ("Preconditions", None),
    ],
)
def test_a_title_tells_the_direction(title: str, direction: str | None) -> None:
    """A title that names both, or none, tells nothing."""
    assert direction_of(title) == direction


@pytest.mark.parametrize(
    ("path", "direction"),
    [
        ("samples/shelf-create-request.json", "request"),
        ("samples/shelf-create-resp.json", "response"),
        ("responses/shelf.json", None),
        ("samples/reqs.json", None),
    ],
)
def test_a_file_tells_the_direction(path: str, direction: str | None) -> None:
    """Samples are called after what they show."""
    assert direction_of_file(path) == direction
