"""Whole operations: what each section says, where `in` is wrong, and several descriptions of one path."""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest

from dialects.os_api_ref.pages import (
    HERE,
    directive,
    method,
    operation,
    parameters,
    read,
    read_one,
    request,
    response,
    sample,
    section,
    tree,
    words,
)
from docpact.dialects.statements import OperationStatement
from docpact.read.page import Definition, DefinitionList, List, Paragraph, SourceFile

OK = words("Normal response codes: 200")
SHELF = {"shelf": {"label": "prose", "width": 3}}


def parameters_of(one: OperationStatement) -> list[tuple[str, str]]:
    """Return location and name of each parameter."""
    return [(field.location, field.name) for field in one.fields]


def payload(one: OperationStatement, status: str) -> dict[str, Any]:
    """Return the tree of a response's properties."""
    return tree(next(response.fields for response in one.responses if response.status == status))


def test_an_operation_is_what_stands_in_its_section() -> None:
    """Title, group, prose, parameters, body, statuses, samples: each has its place."""
    one, found = read_one(
        *operation(
            "Change shelf",
            "PUT /v2/shelves/{shelf_id}",
            words("Changes a shelf."),
            OK,
            words("Error response codes: badRequest(400)"),
            parts=[
                request(parameters("shelf_id: shelf_id-path", "shelf", "label", "width")),
                section("Request Example (wide)", 3, sample(SHELF)),
                response(parameters("shelf", "label", "location")),
                section("Response Example", 3, sample(SHELF, "samples/other.json")),
            ],
        )
    )
    assert found == []
    assert (one.method, one.path, one.title) == ("PUT", "/v2/shelves/{shelf_id}", "Change shelf")
    assert (one.group, one.name, one.tag.name, one.page) == ("shelves", "change-shelf", "Shelves", "index")
    assert [block.text.plain for block in one.tag.blocks if isinstance(block, Paragraph)] == ["Where books stand."]
    assert [block.text.plain for block in one.blocks if isinstance(block, Paragraph)] == ["Changes a shelf."]
    assert parameters_of(one) == [("path", "shelf_id")]
    assert [tree(body.fields) for body in one.bodies] == [{"shelf": {"label": {}, "width": {}}}]
    assert [(r.status, r.description.plain) for r in one.responses] == [("200", ""), ("400", "badRequest")]
    assert payload(one, "200") == {"shelf": {"label": {}}}
    assert [header.name for header in one.responses[0].headers] == ["location"]
    assert [(s.direction, s.status, s.title) for s in one.samples] == [
        ("request", "", "Change shelf (wide)"),
        ("response", "200", "Change shelf"),
    ]


def test_a_field_has_what_its_definition_says() -> None:
    """Type, values, default and versions; a parameter that only later versions have isn't required."""
    one, _ = read_one(*operation("New", "POST /shelves", OK, parts=[request(parameters("label", "room", "width"))]))
    label, room, width = one.bodies[0].fields
    assert [member.value for member in label.members] == ["poetry", "prose"]
    assert (label.limits.default, label.required) == ("prose", True)
    assert room.type is not None
    assert (room.type.format, room.required, room.extensions) == ("uuid", False, (("x-min-version", "2.10"),))
    assert (width.required, width.unmarked) == (False, None)


def test_versions_of_an_operation_are_extensions() -> None:
    """OpenAPI has no place for microversions."""
    one, _ = read_one(*operation("Show", "GET /shelves\nmin_version: 2.1", OK))
    assert one.extensions == (("x-min-version", "2.1"),)


class Case(NamedTuple):
    """A request's list, what a sample shows, and where the entries go."""

    line: str
    listed: str
    shown: dict[str, Any] | None
    parameters: list[tuple[str, str]]
    body: list[str]
    reported: list[str]


@pytest.mark.parametrize(
    "case",
    [
        Case("GET /s", "label", None, [("query", "label")], [], ["location-contradicted"]),
        Case("POST /s", "label: label-query", {"label": ""}, [], ["label"], ["location-contradicted"]),
        Case("POST /s", "label: label-query", {"width": 1}, [("query", "label")], [], []),
        Case("POST /s", "label: shelf_id-path", {"label": ""}, [], ["label"], ["location-contradicted"]),
        Case("POST /s", "shelf_id: shelf_id-path", None, [], [], ["path-parameter-unknown"]),
        Case(
            "GET /s/{shelf-id}",
            "shelf_idd: shelf_id-path",
            None,
            [("path", "shelf-id")],
            [],
            ["path-parameter-misspelt"],
        ),
        Case(
            "GET /s/{shelf_id-path}",
            "id: shelf_id-path",
            None,
            [("path", "shelf_id-path")],
            [],
            ["path-parameter-misspelt"],
        ),
        Case("GET /s/{room}", "shelf_id: shelf_id-path", None, [], [], ["path-parameter-unknown"]),
        Case("GET /s/{label}", "label", None, [("path", "label")], [], ["location-contradicted"]),
        Case("PUT /s/{label}", "label", None, [], ["label"], []),
        Case("GET /s", "limit limit", None, [("query", "limit")], [], ["row-repeated"]),
        Case("DELETE /s", "label", None, [], ["label"], []),
    ],
)
def test_url_and_sample_know_better_than_in(case: Case) -> None:
    """Where `in` is contradicted, the place that can't be wrong counts, and the definition is reported."""
    listed = [case.listed] if ":" in case.listed else case.listed.split()
    shown = [sample(case.shown, "x-request.json")] if case.shown else []
    one, found = read_one(*operation("Do", case.line, OK, parts=[request(parameters(*listed), *shown)]))
    assert parameters_of(one) == case.parameters
    assert [field.name for body in one.bodies for field in body.fields] == case.body
    assert found == case.reported


@pytest.mark.parametrize(
    ("listed", "shown", "expected", "reported"),
    [
        ("label: shelf_id-path", {"label": ""}, {"label": {}}, ["location-contradicted"]),
        ("label: shelf_id-path", None, {"label": {}}, ["location-contradicted"]),
        ("label: shelf_id-path", {"width": 1}, {}, ["location-contradicted"]),
        ("label: label-query", {"width": 1}, {"label": {}}, ["location-contradicted"]),
    ],
)
def test_a_response_has_no_path(
    listed: str, shown: dict[str, Any] | None, expected: dict[str, Any], reported: list[str]
) -> None:
    """Definitions that the response's list borrows are properties; an identifier of the URL must be shown."""
    samples = [sample(shown)] if shown else []
    one, found = read_one(*operation("Show", "GET /shelves", OK, parts=[response(parameters(listed), *samples)]))
    assert payload(one, "200") == expected
    assert found == reported


def test_unknown_locations_are_reported() -> None:
    """Nobody can say where such a parameter travels."""
    block = parameters("a", "b", text="a:\n  in: cookie\nb:\n  type: string\n")
    one, found = read_one(*operation("Show", "GET /shelves", OK, parts=[request(block)]))
    assert (one.fields, found) == ((), ["location-unknown", "location-unknown"])


def test_fields_without_a_normal_code_are_a_default_response() -> None:
    """Only errors are listed, so no success is invented."""
    parts = [response(parameters("label"))]
    one, _ = read_one(*operation("Show", "GET /s", words("Error response codes: 404"), parts=parts))
    assert [(r.status, bool(r.fields)) for r in one.responses] == [("default", True), ("404", False)]


def test_a_status_without_a_body_gets_none() -> None:
    """Properties that are listed for a 204 alone are reported; beside a 200 they are the 200's."""
    parts = [response(parameters("label"))]
    one, found = read_one(*operation("Show", "GET /s", words("Normal response codes: 204"), parts=parts))
    assert (payload(one, "204"), found) == ({}, ["body-impossible"])
    one, found = read_one(*operation("Show", "GET /s", words("Normal response codes: 200, 204"), parts=parts))
    assert (payload(one, "200"), payload(one, "204"), found) == ({"label": {}}, {}, [])


def test_the_words_about_no_body_are_no_description() -> None:
    """They say what the document says by having none."""
    nothing = words("There is no body content for the response of a successful DELETE request.")
    one, _ = read_one(*operation("Drop", "DELETE /s", words("Normal response codes: 204"), parts=[response(nothing)]))
    assert one.blocks == ()
    assert one.responses[0].fields == ()


def test_status_directives_below_nested_headings() -> None:
    """The direction is that of the heading above, and texts come from the file."""
    status = directive(
        "rest_status_code", "- 201\n", "success status.yaml", SourceFile("s.yaml", "201:\n  default: Made.\n")
    )
    parts = [
        request(),
        section("Parameters", 4, parameters("label")),
        response(),
        section("Parameters", 4, parameters("width")),
        section("Status Codes", 4, status),
    ]
    one, found = read_one(*operation("New", "POST /s", parts=parts))
    assert (tree(one.bodies[0].fields), payload(one, "201"), found) == ({"label": {}}, {"width": {}}, [])
    assert one.responses[0].description.plain == "Made."


def test_a_list_below_no_heading_goes_by_the_method() -> None:
    """A POST's list is what is sent, a GET's properties are what comes back."""
    sent, _ = read_one(*operation("New", "POST /s", OK, parameters("label")))
    got, _ = read_one(*operation("Show", "GET /s", OK, parameters("label")))
    assert (tree(sent.bodies[0].fields), payload(got, "200")) == ({"label": {}}, {"label": {}})


def test_a_caption_tells_what_a_sample_shows() -> None:
    """A bold line before it counts more than the heading."""
    part = response(words("Example New: JSON request", bold=True), sample({"label": ""}))
    one, _ = read_one(*operation("New", "POST /s", OK, parts=[part]))
    assert [(s.direction, s.title) for s in one.samples] == [("request", "Example New: JSON request")]
    assert one.blocks == ()


@pytest.mark.parametrize(
    ("text", "kept", "calls", "reported"),
    [
        ('HTTP/1.1 404 Not Found\nX: y\n\n{"a": 1}', [("response", "404", {"a": 1})], [], []),
        ('PUT /s HTTP/1.1\nX: y\n\n{"a": 1}', [("request", "", {"a": 1})], ["PUT /s"], []),
        ("PUT /s\nX: y", [], ["PUT /s"], []),
        ("""curl -X PUT -d '{"a": 1}' http://h/s""", [("request", "", {"a": 1})], ["PUT http://h/s"], []),
        ("<a/>", [], [], []),
        ("{1 2", [], [], ["sample-unreadable"]),
        ('{"a": 1,}', [("response", "200", {"a": 1})], [], ["sample-json"]),
    ],
)
def test_samples_are_json_or_messages(text: str, kept: list[Any], calls: list[str], reported: list[str]) -> None:
    """What is neither stays in the description, so that nothing is lost."""
    one, found = read_one(*operation("Show", "PUT /s", OK, parts=[section("Response Example", 3, sample(text))]))
    assert [(s.direction, s.status, s.value) for s in one.samples] == kept
    assert [f"{call.method} {call.url}" for call in one.calls] == calls
    assert bool(one.blocks) != bool(kept or calls)
    assert found == reported


def test_a_sample_alone_tells_that_there_is_a_body() -> None:
    """What is in it stays open, since no list says it."""
    parts = [request(sample([{"op": "add"}])), response(sample({"a": 1}, "b.json"))]
    one, _ = read_one(*operation("Patch", "PATCH /s", OK, parts=parts))
    assert one.bodies[0].type is not None
    assert (one.bodies[0].type.lists, one.bodies[0].fields) == (1, ())
    assert [(s.status, s.value) for s in one.samples if s.direction == "response"] == [("200", {"a": 1})]


def test_several_request_lines_share_a_description() -> None:
    """Two that follow one another are two operations with the same sections."""
    sections = [section("Show", 2, method("GET /s"), method("HEAD /s"), OK), response(parameters("label"))]
    documentation, _ = read(*sections)
    assert [one.method for one in documentation.operations] == ["GET", "HEAD"]
    assert all(payload(one, "200") == {"label": {}} for one in documentation.operations)


def test_an_unsupported_method_takes_its_sections_along() -> None:
    """They are no other operation's, and no more is reported."""
    documentation, found = read(*operation("Copy", "COPY /s", OK, parts=[request(parameters("label"))]))
    assert (documentation.operations, [d.code for d in found]) == ((), ["operation-unsupported"])


def test_a_list_outside_of_operations_is_reported() -> None:
    """It is claimed, but about nothing."""
    documentation, found = read(*operation("Show", "GET /s", OK), section("Headers", 1, parameters("location")))
    assert (len(documentation.operations), [d.code for d in found]) == (1, ["parameters-unplaced"])


def test_codes_are_listed_below_their_announcement() -> None:
    """As a list after it, or indented below it."""
    entry = (words("404 (nowhere)"),)
    listed = List((entry,), HERE)
    indented = DefinitionList((Definition(words("Error codes:").text, (listed,), HERE),), HERE)
    for blocks in ([words("Error codes:"), listed], [indented]):
        one, _ = read_one(*operation("Show", "GET /s", *blocks))
        assert [(r.status, r.description.plain) for r in one.responses] == [("404", "nowhere")]
        assert one.blocks == ()
    other = DefinitionList((Definition(words("Shelf").text, (listed,), HERE),), HERE)
    one, _ = read_one(*operation("Show", "GET /s", other))
    assert (one.responses, one.blocks) == ((), (other,))


def test_an_action_is_the_wrapper_of_what_follows() -> None:
    """Its body has one property, called by what is to be done, which no part of the path names."""
    parts = [request(parameters("clean: shelf", "label"))]
    one, _ = read_one(*operation("Clean (clean action)", "POST /shelves/{shelf_id}/action", OK, parts=parts))
    assert tree(one.bodies[0].fields) == {"clean": {"label": {}}}


def test_prose_beside_operations_is_the_groups() -> None:
    """A section of a group without an operation belongs to its introduction, below its heading."""
    one, _ = read_one(section("Tags", 2, words("Shelves have tags.")), *operation("Show", "GET /s", OK))
    said = [block.text.plain for block in one.tag.blocks if isinstance(block, Paragraph)]
    assert said == ["Where books stand.", "Tags", "Shelves have tags."]


def test_an_operation_that_refers_to_another_is_described_there() -> None:
    """Its own path keeps its variables; entries about others are left where they are."""
    there = operation(
        "Show shelf", "GET /rooms/{room}/shelves/{shelf_id}", OK,
        parts=[
            request(parameters("room: shelf_id-path", "shelf_id: shelf_id-path", "limit")),
            response(parameters("label")),
        ],
    )  # fmt: skip
    here = operation("Show shelf alias", "GET /shelves/{shelf_id}", words("Show shelf", link="#show-shelf"))
    documentation, found = read(*there, *here)
    alias = documentation.operations[1]
    assert parameters_of(alias) == [("path", "shelf_id"), ("query", "limit")]
    assert (payload(alias, "200"), found) == ({"label": {}}, [])


def test_bodies_without_a_common_root_are_alternatives() -> None:
    """A create and its bulk form, or the actions of a resource: one operation, several bodies and payloads."""
    one_sent, many_sent = {"shelf": {"label": ""}}, {"shelves": [{"label": ""}]}
    one, found = read_one(
        *operation("Create", "POST /s/{a}", OK, words("One."), parts=[
            request(parameters("shelf", "label", "limit"), sample(one_sent, "1-request.json")),
            response(parameters("shelf", "label"), sample(one_sent, "1-response.json")),
        ]),
        *operation("Create many", "POST /s/{b}", words("Normal response codes: 200, 202"), words("Many."), parts=[
            request(parameters("shelves", "label"), sample(many_sent, "2-request.json")),
            response(parameters("shelves", "label"), sample(many_sent, "2-response.json")),
        ]),
    )  # fmt: skip
    assert found == []
    assert (one.path, [r.status for r in one.responses], len(one.samples)) == ("/s/{a}", ["200", "202"], 4)
    expected: list[dict[str, Any]] = [{"shelf": {"label": {}}}, {"shelves": {"label": {}}}]
    assert [tree(body.fields) for body in one.bodies] == expected
    assert [tree(body.fields) for body in one.responses[0].alternatives] == expected
    assert [body.title for body in one.bodies] == ["Create", "Create many"]
    assert (tree(one.responses[1].fields), one.responses[1].alternatives) == (expected[1], ())
    said = [block.text.plain for block in one.blocks if isinstance(block, Paragraph)]
    assert said == ["One.", "Create many", "Many."]


def test_a_description_that_adds_properties_is_united() -> None:
    """With a name at the root in common it is one body; what only one description has isn't required."""
    one, _ = read_one(
        *operation("Show", "GET /s", OK, parts=[response(parameters("shelf", "label"), sample(SHELF))]),
        *operation(
            "Show books", "GET /s", OK,
            parts=[response(parameters("books", "isbn"), sample({"shelf": {"books": [{"isbn": ""}]}}, "b.json"))],
        ),
    )  # fmt: skip
    assert payload(one, "200") == {"shelf": {"label": {}, "books": {"isbn": {}}}}
    assert one.responses[0].fields[0].required is True


def test_paths_that_differ_by_hyphens_are_reported() -> None:
    """Both are kept: nobody knows which is right."""
    documentation, found = read(*operation("Show", "GET /my_s/{a}", OK), *operation("Drop", "DELETE /my-s/{b}", OK))
    assert ([one.path for one in documentation.operations], [d.code for d in found]) == (
        ["/my_s/{a}", "/my-s/{b}"],
        ["path-spelling"],
    )


def test_operations_of_one_title_are_told_apart() -> None:
    """Their names are what operationIds are made from."""
    documentation, _ = read(*operation("Show", "GET /a", OK), *operation("Show", "GET /b/{c}", OK))
    assert [one.name for one in documentation.operations] == ["show", "show-get-b-c"]


def test_a_property_of_several_versions_is_one() -> None:
    """Listed once up to a version and once from the next on, it is there in all."""
    text = "a:\n  in: body\n  type: string\n  max_version: 2.1\nb:\n  in: body\n  type: string\n  min_version: 2.2\n"
    one, found = read_one(*operation("Show", "GET /s", OK, parts=[response(parameters("x: a", "x: b", text=text))]))
    (field,) = one.responses[0].fields
    assert (field.name, field.extensions, found) == ("x", (), [])


def test_a_title_says_that_an_operation_is_deprecated() -> None:
    """So does that of its group; other titles say nothing."""
    gone, _ = read_one(*operation("Show (DEPRECATED)", "GET /s", OK))
    here, _ = read_one(*operation("Show", "GET /s", OK))
    assert (gone.deprecated, here.deprecated) == (True, None)


def test_a_property_that_becomes_a_filter_may_be_left_out() -> None:
    """Its definition's `required` is about the body that it was written for."""
    one, _ = read_one(*operation("List", "GET /s", OK, parts=[request(parameters("label"))]))
    (label,) = one.fields
    assert (label.location, label.required, label.unmarked) == ("query", None, False)
