"""Bodies, responses and samples: which of them fields, tables and messages belong to."""

from __future__ import annotations

import pytest

from docpact.dialects.httpdomain.messages import read_messages
from docpact.read.page import Block, FieldList
from http_pages import (
    Said,
    bullets,
    code,
    directive,
    field,
    fields,
    http,
    page,
    paragraph,
    place,
    read,
    section,
    table,
    text,
    told,
    tree,
)

OK = "HTTP/1.1 200 OK\nContent-Type: application/json\n\n"


def test_media_types_are_no_parameters() -> None:
    """`Accept` and `Content-Type` say what bodies are; JSON is what properties describe."""
    accept = field("<header Accept", bullets("``text/plain``", "``application/json``"))
    sent = field("<header Content-Type", "``application/json``")
    block = FieldList(
        (accept, sent, field("<json string a", "x"), field("code 200", "fine"), field("code 404", "no")), place()
    )
    said = told("post", "/books", block)
    assert said.operation.fields == ()
    assert said.operation.bodies[0].media_type == "application/json"
    assert said.response("200").media_type == "application/json"
    assert said.response("200").other_media_types == ("text/plain",)
    assert said.response("404").media_type == ""


def test_any_media_type_is_none() -> None:
    """`*/*` says what a caller accepts, not what is sent."""
    said = told("get", "/books", fields(":<header Accept: ``*/*`` or text/csv\n:code 200: a"))
    assert (said.response("200").media_type, said.response("200").other_media_types) == ("text/csv", ())


def test_what_the_response_says_of_itself_counts_for_more() -> None:
    """A `Content-Type` that is received, not what may be asked for."""
    said = told(
        "get", "/books", fields(":<header Accept: text/html\n:>header Content-Type: text/csv; charset=x\n:code 200: a")
    )
    assert (said.response("200").media_type, said.response("200").other_media_types) == ("text/csv", ())


@pytest.mark.parametrize(
    ("words", "schemes"),
    [
        ("Basic or Bearer authentication", ["Basic", "Bearer"]),
        ("``Authorization: Token abc``", ["Token"]),
        ("bearer token", ["Bearer"]),
        ("token to authenticate", []),
    ],
)
def test_authorization_is_security(words: str, schemes: list[str]) -> None:
    """Its field names the scheme; where it doesn't, a sample of the operation may."""
    said = told("get", "/books", fields(f":reqheader Authorization: {words}"))
    assert said.operation.fields == ()
    assert list(said.operation.security or ()) == schemes
    assert sorted(one.scheme for one in said.documentation.schemes) == schemes


def test_a_sample_names_the_scheme() -> None:
    """Where the operation has the field."""
    sample = http("GET /books HTTP/1.1\nAuthorization: Token abc")
    said = told("get", "/books", fields(":reqheader Authorization: your key"), sample)
    assert said.operation.security == ("Token",)


def test_response_headers_belong_to_the_success() -> None:
    """Not to errors; where there is no success, to the redirection."""
    said = told("get", "/books", fields(":>header ETag: x\n:code 200: a\n:code 404: b"))
    assert [[one.name for one in response.headers] for response in said.operation.responses] == [["ETag"], []]
    said = told("get", "/old", fields(":>header Location: x\n:code 301: moved"))
    assert [one.name for one in said.response("301").headers] == ["Location"]


def test_properties_belong_to_the_success_whose_sample_shows_them() -> None:
    """Else to the first with a body."""
    block = fields(":>json int id: x\n:code 204: nothing\n:code 200: found\n:code 201: made\n:code 404: no")
    assert told("put", "/books", block).response("200").fields
    said = told("put", "/books", block, http('HTTP/1.1 201 Created\n\n{"id": 1}'))
    assert (said.response("200").fields, len(said.response("201").fields)) == ((), 1)


def test_a_property_of_errors_says_so() -> None:
    """`Available if the response code is 4xx` leads to these responses."""
    block = fields(
        ":>json bool ok: x\n:>json string error: If response code is ``4xx``\n:code 200: a\n:code 400: b\n:code 409: c"
    )
    said = told("put", "/books", block)
    assert {one.status: tree(one.fields) for one in said.operation.responses} == {
        "200": {"ok": None},
        "400": {"error": None},
        "409": {"error": None},
    }


def test_without_a_status_there_is_a_default_only_if_something_is_described() -> None:
    """A sample's status is as good as a listed one."""
    assert told("get", "/books", paragraph("Text.")).operation.responses == ()
    assert told("get", "/books", fields(":>json int id: x")).response("default").fields
    assert told("get", "/books", code("json", "[1]")).response("default").status == "default"
    said = told("get", "/books", fields(":>json int id: x"), http(f'{OK}{{"id": 1}}'))
    assert said.response("200").source.value == "sample response"


def test_statuses_may_be_a_list_or_table() -> None:
    """In the directive, after it, or under a heading of their own; their caption is no description."""
    expected = [("200", "fine"), ("404", "none")]
    listed = bullets("``200 OK``: fine", "404 - none")
    said = told("get", "/books", paragraph("HTTP status codes:"), listed)
    assert [one.status for one in said.operation.responses] == ["200", "404"]
    assert said.operation.blocks == ()
    tabled = table("Status | Description", "200 | fine", "404 | none")
    said = read(page(section("Books", directive("get", "/books")), section("Status codes", tabled, depth=2)))
    assert [(one.status, one.description.plain.strip()) for one in said.operation.responses] == expected


def test_a_list_of_anything_else_has_no_statuses() -> None:
    """Every entry must begin with one."""
    assert told("get", "/books", bullets("200: fine", "something else")).operation.responses == ()


def test_dotted_names_are_nested() -> None:
    """Brackets are lists, `*` is any key; a name that a sample has as it is stays whole."""
    block = fields(
        ":>json object sizes: x\n:>json int sizes.file: x\n:>json string users[].name: x\n:>json int counts.*: x\n"
        ":code 200: a"
    )
    response = told("get", "/books", block).response("200")
    assert tree(response.fields) == {"sizes": {"file": None}, "users": {"name": None}, "counts": None}
    kinds = {one.name: one.type for one in response.fields}
    assert [(kind and (kind.type, kind.lists, kind.map)) for kind in kinds.values()] == [
        (None, 0, False),
        (None, 1, False),
        ("integer", 0, True),
    ]
    said = told("get", "/books", fields(":>json int sizes.file: x\n:code 200: a"), http(f'{OK}{{"sizes.file": 1}}'))
    assert tree(said.response("200").fields) == {"sizes.file": None}


def test_flat_names_stand_where_the_sample_has_them() -> None:
    """The wrapper that no field names gets a place of its own."""
    block = fields(":>json int total: x\n:>json int id: x\n:>json string title: x\n:code 200: a")
    sample = http(f'{OK}{{"total": 1, "books": [{{"id": 1, "title": "a"}}]}}')
    response = told("get", "/books", block, sample).response("200")
    assert tree(response.fields) == {"total": None, "books": {"id": None, "title": None}}


def test_an_array_in_the_sample_makes_the_properties_its_items() -> None:
    """`:>json` is written for both."""
    response = told("get", "/books", fields(":>json int id: x\n:code 200: a"), http(f'{OK}[{{"id": 1}}]')).response(
        "200"
    )
    assert [one.lists for one in response.types] == [1]


def test_a_nameless_property_is_the_body() -> None:
    """`:<json object: text` has a type and no name; where the sample has a property of that name it is one."""
    (body,) = told("post", "/books", fields(":<json object: Names to numbers")).operation.bodies
    assert body.type is not None
    assert (body.type.map, body.fields) == (True, ())
    sample = http('POST /books HTTP/1.1\n\n{"object": 1}')
    (body,) = told("post", "/books", fields(":<json object: The object"), sample).operation.bodies
    assert (body.type, tree(body.fields)) == (None, {"object": None})


def test_a_sentence_says_whose_properties_follow() -> None:
    """Properties without a direction are those of the field that the paragraph before them names."""
    blocks: tuple[Block, ...] = (
        fields(":>json array results: x\n:>json int total: x\n:code 200: a"),
        paragraph("The ``results`` field has:"),
        fields(":json int id: x"),
        paragraph("Each ``results`` entry also has:"),
        fields(":json string title: x"),
    )
    response = told("get", "/books", *blocks).response("200")
    assert tree(response.fields) == {"results": {"id": None, "title": None}, "total": None}


def test_names_tell_a_direction_that_nothing_says() -> None:
    """The samples of one side have them; else the method."""
    sample = http(f'{OK}{{"id": 1}}')
    assert told("post", "/books", fields(":json int id: x\n:code 200: a"), sample).response("200").fields
    assert told("post", "/books", fields(":json int id: x\n:code 200: a")).operation.bodies[0].fields
    assert told("get", "/books", fields(":json int id: x\n:code 200: a")).response("200").fields


def test_a_form_is_sent_as_json_too_where_a_sample_does() -> None:
    """Two bodies with the same fields."""
    sample = http('POST /session HTTP/1.1\nContent-Type: application/json\n\n{"name": "a"}')
    bodies = told("post", "/session", fields(":form name: x\n:form password: x"), sample).operation.bodies
    assert [body.media_type for body in bodies] == ["application/x-www-form-urlencoded", "application/json"]
    assert [tree(body.fields) for body in bodies] == [{"name": None, "password": None}] * 2


def test_an_upload_has_a_media_type_alone() -> None:
    """A `Content-Type` of JSON says too little: pages copy it to operations that send nothing."""
    block = fields(":<header Content-Type: image/png\n:code 201: made")
    assert [body.media_type for body in told("put", "/cover", block).operation.bodies] == ["image/png"]
    block = fields(":<header Content-Type: application/json\n:code 202: begun")
    assert told("post", "/compact", block).operation.bodies == ()


def test_samples_keep_direction_status_and_title() -> None:
    """The start line counts for more than a caption."""
    said = told(
        "post",
        "/books",
        paragraph("**Request**:"),
        http('POST /books HTTP/1.1\nContent-Type: application/json\n\n{"a": 1}'),
        paragraph("**Request**:"),
        http('HTTP/1.1 400 Bad Request\n\n{"error": "b"}'),
    )
    assert [(one.direction, one.status, one.title, one.value) for one in said.operation.samples] == [
        ("request", "", "Request", {"a": 1}),
        ("response", "400", "Request", {"error": "b"}),
    ]
    assert [status for status, _ in said.operation.statuses] == ["400"]
    assert said.operation.blocks == ()


@pytest.mark.parametrize(
    ("caption", "direction"),
    [("Exemple de requête :", "request"), ("Exemple de réponse :", "response"), ("Sample payload:", "request")],
)
def test_a_caption_tells_what_a_body_is(caption: str, direction: str) -> None:
    """A block of JSON has no start line."""
    said = told("post", "/books", paragraph(caption), code("json", '{"a": 1}'))
    assert [one.direction for one in said.operation.samples] == [direction]


def test_names_tell_what_a_body_is() -> None:
    """Those that are described; of two blocks in a row the first is sent."""
    block = fields(":<json int a: x\n:>json int b: x\n:code 200: fine")
    said = told("post", "/books", block, code("json", '{"a": 1}'))
    assert [one.direction for one in said.operation.samples] == ["request"]
    said = told("post", "/books", code("json", '{"x": 1}'), code("json", '{"y": 1}'))
    assert [one.direction for one in said.operation.samples] == ["request", "response"]


def test_an_exchange_of_another_operation_is_not_its_own() -> None:
    """A request of another method or operation, and what it is answered."""
    other = http("GET /shelves/1 HTTP/1.1\n\nHTTP/1.1 200 OK\n\n{}")
    own = http("GET /books HTTP/1.1\n\nHTTP/1.1 204 No Content")
    said = read(
        page(section("A", directive("get", "/books", other, own), paragraph("x"), directive("get", "/shelves/(id)")))
    )
    books = said.documentation.operations[0]
    assert [call.url for call in books.calls] == ["/books"]
    assert [status for status, _ in books.statuses] == ["204"]


def test_samples_after_the_directive_are_its_own() -> None:
    """A request that matches and its response, or a response right after it."""
    blocks = (directive("post", "/books/(id)", fields(":code 200: a")), http("POST /v1/books/7 HTTP/1.1"))
    said = read(
        page(
            section("Books", *blocks, code("javascript", '{"b": 1}'), http("GET /x HTTP/1.1"), http("HTTP/1.1 404 No"))
        )
    )
    assert [call.url for call in said.operation.calls] == ["/v1/books/7"]
    assert [one.value for one in said.operation.samples] == [{"b": 1}]
    assert said.operation.statuses == ()


def test_samples_below_belong_to_it_if_they_match() -> None:
    """In a section under the directive's: a response alone could be anybody's."""
    parts = (
        section("Books", directive("get", "/books")),
        section(
            "More", code("json", '{"x": 1}'), http("GET http://h:80/books HTTP/1.1"), http(f'{OK}{{"b": 1}}'), depth=2
        ),
    )
    said = read(page(*parts))
    assert [one.value for one in said.operation.samples] == [{"b": 1}]


@pytest.mark.parametrize(
    ("body", "value", "codes"),
    [
        ('{"a": 1}', {"a": 1}, []),
        ('{"a": 1,}', {"a": 1}, ["sample-json"]),
        ('{"a": [1, 2, ...]}', {"a": [1, 2]}, ["sample-json"]),
        ('{"a": 1, ...}', {"a": 1}, ["sample-json"]),
        ('[{"a": 1}, ..., {"a": 2}]', [{"a": 1}, {"a": 2}], ["sample-json"]),
        ('{"a": "..."}', {"a": "..."}, []),
        ('{"a": 1} // one\n', {"a": 1}, ["sample-json"]),
        ('{"a": "http://x"}', {"a": "http://x"}, []),
    ],
)
def test_json_is_read_as_it_was_meant(body: str, value: object, codes: list[str]) -> None:
    """What is taken out or added is reported; `...` is no value."""
    found: list[str] = []
    (message,) = read_messages(http(f"{OK}{body}"), lambda diagnostic: found.append(diagnostic.code))
    assert (message.value, found) == (value, codes)


def test_unreadable_json_is_reported_and_left_out() -> None:
    """The message's start line and headers are kept."""
    said = told("get", "/books", http(f'{OK}{{"a": 1}} and {{"b": 2}}'))
    assert (said.operation.samples, said.codes) == ((), ["sample-unreadable"])
    assert [status for status, _ in said.operation.statuses] == ["200"]


def test_headers_may_go_on_and_lack_their_blank() -> None:
    """And a body may lack the empty line before it."""
    sample = http('HTTP/1.1 200 OK\nVary: Accept,\n  Cookie\nContent-Type:application/json\n{"a": 1}')
    (message,) = read_messages(sample, lambda _: None)
    assert message.headers == (("Vary", "Accept, Cookie"), ("Content-Type", "application/json"))
    assert message.value == {"a": 1}


def test_a_block_may_hold_an_exchange() -> None:
    """Both messages have their own lines."""
    request, response = read_messages(http("GET /books HTTP/1.1\nHost: x\n\nHTTP/1.1 200 OK\n\n[]"), lambda _: None)
    assert (request.method, response.status) == ("GET", "200")
    assert response.origin.line == request.origin.line + 3


def test_a_curl_line_is_a_request() -> None:
    """It has no version, and a shell's quotes."""
    said = told("post", "/books", code("bash", "$ curl -X POST -d '{\"a\": 1}' http://h/books"))
    assert [(call.method, call.url) for call in said.operation.calls] == [("POST", "http://h/books")]
    assert [(one.direction, one.value) for one in said.operation.samples] == [("request", {"a": 1})]


@pytest.mark.parametrize(
    ("method", "caption", "header", "place"),
    [
        ("get", "Query parameters", "Name | Type | Description", "query"),
        ("get", "Paramètres de requête :", "Nom | Type | Description", "query"),
        ("get", "", "Parameter | Type | Description", "query"),
        ("get", "", "Field | Type | Description", "response"),
        ("get", "The response has", "Parameter | Type | Description", "response"),
        ("post", "", "Champ | Type | Description", "body"),
        ("post", "Réponse", "Champ | Type | Description", "response"),
        ("post", "Headers", "Name | Description", "header"),
    ],
)
def test_a_table_lists_fields_too(method: str, caption: str, header: str, place: str) -> None:
    """Where they travel is in the words over it, else in its header and the method."""
    blocks: list[Block] = [paragraph(caption)] if caption else []
    said = told(
        method, "/books", *blocks, table(header, "``a`` | int | x", "``b`` | string | y"), fields(":code 200: fine")
    )
    names = ["a", "b"]
    assert [one.name for one in said.operation.fields] == (names if place in {"query", "header"} else [])
    assert {one.location for one in said.operation.fields} <= {place}
    assert [one.name for body in said.operation.bodies for one in body.fields] == (names if place == "body" else [])
    assert [one.name for one in said.response("200").fields] == (names if place == "response" else [])


def test_a_row_about_a_variable_is_a_path_parameter() -> None:
    """Whatever else the table lists."""
    said = told(
        "get", "/books/(id)", table("Parameter | Type | Description", "id | int | which", "page | int | (optional) x")
    )
    assert [(one.location, one.name, one.required) for one in said.operation.fields] == [
        ("path", "id", True),
        ("path", "id", True),
        ("query", "page", False),
    ]


def test_a_column_says_what_is_required() -> None:
    """In the words of its header; a default may have a column, too."""
    rows = ("a | int | yes | 3 | x", "b | int | no | | y", "c | int | sometimes | | z")
    said = told("post", "/books", table("Name | Type | Required | Default | Description", *rows))
    found = said.operation.bodies[0].fields
    assert [(one.required, one.limits.default) for one in found] == [(True, 3), (False, None), (None, None)]


def resource(*blocks: Block, labels: tuple[str, ...] = ("book-object",)) -> Said:
    """A page with a table of a book's fields and an operation."""
    rows = table("Attribute | Type | Description", "id | int | which", "title | string | what")
    return read(page(section("Book", rows, labels=labels), section("Get", *blocks)))


@pytest.mark.parametrize(
    ("words", "lists"),
    [
        ("Returns a <<book|book-object>>.", []),
        ("Returns a list of <<books|book-object>>.", [1]),
        ("Returns the resource.", []),
        ("La réponse est une ressource.", []),
    ],
)
def test_a_response_may_refer_to_a_table(words: str, lists: list[int]) -> None:
    """By a link, or where the page has only one such table, by its name."""
    response = resource(directive("get", "/books", paragraph(words), fields(":code 200: fine"))).response("200")
    assert tree(response.fields) == {"id": None, "title": None}
    assert [one.lists for one in response.types] == lists


def test_a_body_may_refer_to_a_table() -> None:
    """The sentence must be about the request."""
    said = resource(directive("post", "/books", paragraph("The request body is a book."), fields(":code 201: made")))
    assert tree(said.operation.bodies[0].fields) == {"id": None, "title": None}
    assert said.response("201").fields == ()


def test_a_property_may_refer_to_a_table() -> None:
    """Its link leads to its own properties."""
    block = FieldList((field(">json array books", "The <<books|book-object>>."), field("code 200", "fine")), place())
    response = resource(directive("get", "/books", block)).response("200")
    assert tree(response.fields) == {"books": {"id": None, "title": None}}


def test_a_word_refers_to_nothing_among_several_tables() -> None:
    """Without a link nobody knows which is meant."""
    rows = table("Attribute | Type", "id | int")
    get = directive("get", "/books", paragraph("Returns the resource."), fields(":code 200: fine"))
    said = read(page(section("Book", rows), section("Shelf", rows), section("Get", get)))
    assert said.response("200").fields == ()


def test_what_isnt_referred_to_is_not_taken() -> None:
    """A table on the page alone says nothing of an operation."""
    said = resource(directive("get", "/books", paragraph("Returns them."), fields(":code 200: fine")))
    assert said.response("200").fields == ()


def test_the_description_has_neither_fields_nor_samples() -> None:
    """What is said elsewhere in the document is left out, with the lines that announce it."""
    blocks = (paragraph("Shows books."), fields(":code 200: a"), paragraph("**Response**:"), http("HTTP/1.1 200 OK"))
    said = told("get", "/books", *blocks)
    assert [one.text.plain for one in said.operation.blocks] == ["Shows books."]  # type: ignore[union-attr]
    assert text("x").plain == "x"


def test_a_body_that_only_samples_show_is_read_from_them() -> None:
    """With properties of properties; a list or plain value has its type."""
    sample = http('POST /books HTTP/1.1\n\n{"data": {"id": 1}, "tags": [{"name": "a"}]}')
    (body,) = told("post", "/books", sample).operation.bodies
    assert (tree(body.fields), body.source.value) == (
        {"data": {"id": None}, "tags": {"name": None}},
        "sample request",
    )
    (body,) = told(
        "put", "/limit", http("PUT /limit HTTP/1.1\nContent-Type: application/json\n\n1000")
    ).operation.bodies
    assert body.type is not None
    assert (body.type.type, body.fields) == ("integer", ())


def test_a_body_that_was_sent_before_is_sent() -> None:
    """Behind a tab, the same request in another form."""
    sent = code("bash", "curl -X POST -d '{\"a\": 1}' http://h/books")
    said = told("post", "/books", sent, code("json", '{"a": 1}'), code("json", '{"b": 1}'))
    assert [one.direction for one in said.operation.samples] == ["request", "request", "response"]


def test_what_all_samples_have_before_the_path_is_the_server() -> None:
    """Twice at least, and more often than not."""
    calls = [http("GET http://h/v1/books HTTP/1.1"), http("GET /v1/books?page=2 HTTP/1.1")]
    assert told("get", "/books", *calls).operation.server == "/v1"
    assert told("get", "/books", calls[0]).operation.server == ""
    assert told("get", "/books", *calls, *[http("GET /books HTTP/1.1")] * 2).operation.server == ""
    assert told("get", "/(a)/(b)", *[http("GET /v1/a/b HTTP/1.1")] * 2).operation.server == ""


def test_a_rubric_over_a_table_is_no_description() -> None:
    """A sentence is one."""
    rows = table("Name | Type | Description", "a | int | x")
    assert told("get", "/books", paragraph("Query"), rows).operation.blocks == ()
    assert len(told("get", "/books", paragraph("Lists books."), rows).operation.blocks) == 1
