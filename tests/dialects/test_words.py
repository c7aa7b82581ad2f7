"""The words of cells, descriptions and request lines."""

from __future__ import annotations

from typing import Any

import pytest

from docpact.diagnostics import Origin
from docpact.dialects.sections.request_line import parse_request_line
from docpact.dialects.sections.type_text import TypeText, parse_type
from docpact.dialects.statements import Limits
from docpact.dialects.words.limits import merge_limits, parse_stated
from docpact.model.names import component_names, operation_id
from docpact.read import Span, Text
from docpact.read.page import Link, LinkKind
from docpact.spelling import pascal

HERE = Origin("page.rst", 1)
LINK = Link(LinkKind.DOCUMENT, "../lock")


def cell(text: str) -> Text:
    """A type cell; `@` stands for a link."""
    parts = text.partition("@")
    spans = [Span(parts[0]), Span("Lock", link=LINK), Span(parts[2])] if parts[1] else [Span(text)]
    return Text(tuple(span for span in spans if span.text), HERE)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("number", TypeText(type="number")),
        ("numbers []", TypeText(type="number", array=True)),
        ("int", TypeText(type="integer")),
        ("int []", TypeText(type="integer", array=True)),
        ("string[] (optional)", TypeText(type="string", array=True, optional=True)),
        ("string (optional, multiline)", TypeText(type="string", optional=True)),
        ("string (optio", TypeText(type="string", optional=True)),
        ("integer (optional, nullable)", TypeText(type="integer", optional=True, nullable=True)),
        ("list<string>", TypeText(type="string", array=True)),
        ("List<Int>", TypeText(type="integer", array=True)),
        ("array of numbers", TypeText(type="number", array=True)),
        ("list of @", TypeText(link=LINK, array=True)),
        ("string, optional", TypeText(type="string", optional=True)),
        ("string [optional]", TypeText(type="string", optional=True)),
        ("string (not required)", TypeText(type="string", optional=True)),
        ("string (uuid)", TypeText(type="string", format="uuid")),
        ("number (integer, optional)", TypeText(type="integer", optional=True)),
        ("string or number", TypeText(name="string or number")),
        ("integer or int", TypeText(type="integer")),
        ("number/string", TypeText(name="number/string")),
        ("string | number | bool", TypeText(name="string | number | bool")),
        ("string; optional", TypeText(type="string", optional=True)),
        ("(optional)", TypeText(optional=True, empty=True)),
        ("string (max 5)", TypeText(type="string")),
        ("date", TypeText(type="string", format="date")),
        ("int64", TypeText(type="integer", format="int64")),
        ("collection of strings", TypeText(type="string", array=True)),
        ("map of strings", TypeText(type="string", map=True)),
        ("dateTime", TypeText(type="string", format="date-time")),
        ("UUID", TypeText(type="string", format="uuid")),
        ("UUID of created group", TypeText(type="string", format="uuid")),
        ("bool", TypeText(type="boolean")),
        ("array", TypeText(array=True)),
        ("array (optional)", TypeText(array=True, optional=True)),
        ("", TypeText(empty=True)),
        ("no response body", TypeText(empty=True)),
        ("ApiResponse", TypeText(name="ApiResponse")),
        ("validation-error (optional)", TypeText(name="validation-error", optional=True)),
        ("@", TypeText(link=LINK)),
        ("@ []", TypeText(link=LINK, array=True)),
        ("@[] (optional)", TypeText(link=LINK, array=True, optional=True)),
    ],
)
def test_a_type_cell_says(text: str, expected: TypeText) -> None:
    """Every spelling of the dialect, over the years."""
    assert parse_type(cell(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("number of elements (max 200, default 200)", Limits(maximum=200, default=200)),
        ("Items per page (max: 100, min: 1)", Limits(minimum=1, maximum=100)),
        ("Page number (min 1)", Limits(minimum=1)),
        ("Items per page (1-100)", Limits(minimum=1, maximum=100)),
        ("should they be included (default false)", Limits(default=False)),
        ("Include group members (default: false)", Limits(default=False)),
        ("battery level in the range of 0-100", Limits(minimum=0, maximum=100)),
        ("Acceptable range in seconds (from 1 minute up to 1 hour)", Limits(minimum=60, maximum=3600)),
        ("result of operation  (0 - success, > 0 - error)", Limits(minimum=0)),
        ("date when key expires (max 5 years)", Limits()),
        ("pin length must be between 5 and 8 digits", Limits(min_length=5, max_length=8)),
        ("pin can contain only numeric characters (0–9)", Limits(pattern="^[0-9]+$")),  # noqa: RUF001 - as pages have it.
        ("deviceIds must contain at least one device", Limits(min_items=1)),
        ("deviceIds must contain distinct device ids", Limits(unique_items=True)),
        ("description must be in range 0-72 characters", Limits(min_length=0, max_length=72)),
        ("temperature (min -10.5, max 3)", Limits(minimum=-10.5, maximum=3)),
        ("at most 20 characters", Limits(max_length=20)),
        ("maximum 40 characters", Limits(max_length=40)),
        ("a number in range from 1 to 9", Limits(minimum=1, maximum=9)),
        ("what to do, default 10.", Limits(default=10)),
        ("ratio, default 2.5", Limits(default=2.5)),
        ('order, default: "asc"', Limits(default="asc")),
        ("order (default: `none`)", Limits(default="none")),
        ("order (default: none)", Limits()),
        ("how long (max 3 seconds)", Limits()),
        ("since version (min 1.2.3)", Limits()),
        ("as of now max 5, later max 9", Limits(maximum=5)),
        pytest.param(f"max {'9' * 5000}", Limits(), id="5000 digits"),
        pytest.param(f"(1-{'9' * 5000})", Limits(), id="1 to 5000 digits"),
        ("the maximum speed", Limits()),
        ("id of the lock", Limits()),
        ("how many, 1 to 100. Defaults to 20.", Limits(minimum=1, maximum=100, default=20)),
        ("1 to 100", Limits(minimum=1, maximum=100)),
        ("from 2 to 7, as text", Limits(minimum=2, maximum=7)),
        ("between 0.5 and 2.", Limits(minimum=0.5, maximum=2)),
        ("between 7 and 2", Limits()),
        ("at most 12 characters", Limits(max_length=12)),
        ("at least 3 chars", Limits(min_length=3)),
        ("max length 50", Limits(max_length=50)),
        ("minimum length: 3", Limits(min_length=3)),
        ("between 2 and 5 entries", Limits(min_items=2, max_items=5)),
        ("at most 9", Limits(maximum=9)),
        ("no more than 10 items", Limits(max_items=10)),
        ("between 2 and 5 locks reply", Limits()),
        ("takes 1 to 3 days", Limits()),
        ("at most 5 seconds", Limits()),
        ("no default", Limits()),
    ],
)
def test_words_state_limits(text: str, expected: Limits) -> None:
    """Each wording, and the same words without a limit."""
    assert parse_stated(text).limits == expected


def test_of_two_texts_about_one_value_the_first_wins() -> None:
    """Limit by limit: what only the second states is kept."""
    first, second = Limits(minimum=0, maximum=5), Limits(maximum=9, default=3)
    assert merge_limits(first, second) == Limits(minimum=0, maximum=5, default=3)
    assert merge_limits(second, first) == Limits(minimum=0, maximum=9, default=3)
    assert merge_limits(Limits(), second) == merge_limits(second, Limits()) == second


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0 = User, 1 = UserGroup", {0: "User", 1: "UserGroup"}),
        ("data scope (0: all data, 1:minimal data loaded )", {0: "all data", 1: "minimal data loaded"}),
        ("Role (1 Admin, 2 Member)", {1: "Admin", 2: "Member"}),
        ("role (built in roles: [0] Owner, [1] Administrator)", {0: "Owner", 1: "Administrator"}),
        ("status of operation can be COMPLETED or PENDING", {"COMPLETED": "COMPLETED", "PENDING": "PENDING"}),
        ('event name: "lock-status-changed"', {"lock-status-changed": "lock-status-changed"}),
        ("result (0 - success, > 0 - error)", {}),
        ("principal UID (required for principalType: 1)", {}),
        ("0 = Open, 0 = Shut", {}),
        ("1: Open", {}),
        ("is OPEN or SHUT", {"OPEN": "OPEN", "SHUT": "SHUT"}),
        ("Open or Shut", {}),
        pytest.param(f"0 = Open, {'9' * 5000} = Shut", {}, id="5000 digits"),
        ("the first 2 Members of it", {}),
    ],
)
def test_words_list_values(text: str, expected: dict[Any, str]) -> None:
    """Values that have no enum page."""
    assert {member.value: member.name for member in parse_stated(text).members} == expected


def test_words_state_conditions() -> None:
    """`required for principalType: 1` is a condition, `(if known)` a doubt."""
    assert parse_stated("UID (required for principalType: 1)").required_if == (("principalType", 1),)
    assert parse_stated("speed (required when mode=fast)").required_if == (("mode", "fast"),)
    # A superscript is a digit to Python, and no number.
    assert parse_stated("area (required for unit: m\u00b2, required if power is \u00b2)").required_if == (
        ("unit", "m\u00b2"),
        ("power", "\u00b2"),
    )
    assert parse_stated("name of the user (if known)").uncertain
    assert not parse_stated("name of the user").uncertain


@pytest.mark.parametrize(
    ("line", "server", "path", "query"),
    [
        ("GET |apiUrl|/api/|apiVersion|/my/lock", "|apiUrl|/api/|apiVersion|", "/my/lock", ()),
        ("GET https://a.example/api/v37/my/lock/{id}", "https://a.example/api/v37", "/my/lock/{id}", ()),
        ("GET https://a.example/api/v1.36/my/lock/<<device id>>/sync", "https://a.example/api/v1.36",
         "/my/lock/{device_id}/sync", ()),
        ("GET /my/lock/sync?id={a}&id={b}", "", "/my/lock/sync", (("id", "{a}"), ("id", "{b}"))),
        ("POST /my/gate/{id}/sync?IncludeIt=true", "", "/my/gate/{id}/sync", (("IncludeIt", "true"),)),
        ("GET /organization'", "", "/organization", ()),
        ("GET /my/device HTTP/1.1", "", "/my/device", ()),
        ("GET /locks", "", "/locks", ()),
        ("GET /v2/locks/{id}/?expand=all", "/v2", "/locks/{id}/", (("expand", "all"),)),
        ("GET /my/lock/:id/pin/:pinId", "", "/my/lock/{id}/pin/{pinId}", ()),
        ("GET http://a.example:8080/v1/lock/<lock id>", "http://a.example:8080/v1", "/lock/{lock_id}", ()),
        ("GET /my/lock/${id}?since=<date>", "", "/my/lock/{id}", (("since", "{date}"),)),
    ],
)  # fmt: skip
def test_a_request_line_says(line: str, server: str, path: str, query: tuple[tuple[str, str], ...]) -> None:
    """Server, path template and query, in every dialect."""
    read = parse_request_line(line, HERE)
    assert read is not None
    assert (read.server, read.path, read.query) == (server, path, query)


def test_names_come_from_paths_alone() -> None:
    """An unrelated page changes no name; a structure yields to the enum of its file's name; folders part twins."""
    structures = ["datastructures/lock-state", "datastructures/lock-pin"]
    enums = ["enums/lock-state"]
    names = component_names(structures, enums)
    assert names == {
        "datastructures/lock-state": "LockStateStructure",
        "datastructures/lock-pin": "LockPin",
        "enums/lock-state": "LockState",
    }
    assert component_names([*structures, "datastructures/gate"], enums) | names == component_names(
        [*structures, "datastructures/gate"], enums
    )
    assert component_names(["a/lock", "b/lock"], []) == {"a/lock": "ALock", "b/lock": "BLock"}
    assert operation_id("lock", "get-all") == "lock_get_all"
    assert operation_id("devicecertificate", "get-for-mobile") == "devicecertificate_get_for_mobile"
    assert pascal("2fa-code") == "N2FaCode"
