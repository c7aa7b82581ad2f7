"""Field lists: names, types, and what their texts say."""

from __future__ import annotations

from typing import Any

import pytest

from docpact.diagnostics import Origin
from docpact.dialects.httpdomain.type_words import parse_type_words
from docpact.read.page import Block, FieldList
from http_pages import bullets, code, directive, field, fields, http, page, paragraph, read, section, told

HERE = Origin("api.rst", 1)


@pytest.mark.parametrize(
    ("names", "location"),
    [
        ("param parameter arg argument", "path"),
        ("query queryparameter queryparam qparam", "query"),
        ("<header reqheader requestheader", "header"),
    ],
)
def test_parameters_have_many_names(names: str, location: str) -> None:
    """All of the package's aliases mean the same."""
    for name in names.split():
        assert told("get", "/books/(x)", fields(f":{name} x: text")).parameter(location, "x").description


@pytest.mark.parametrize(
    "name", ["reqjsonobj", "reqjson", "<jsonobj", "<json", "reqjsonarr", "<jsonarr", "json", "jsonparam"]
)
def test_sent_properties_have_many_names(name: str) -> None:
    """They are properties of the request body; those of an array's objects make it a list."""
    (body,) = told("post", "/books", fields(f":{name} string title: text")).operation.bodies
    assert [one.name for one in body.fields] == ["title"]
    assert (body.type is not None and body.type.lists == 1) == name.endswith("arr")


@pytest.mark.parametrize("name", ["resjsonobj", "resjson", ">jsonobj", ">json", "resjsonarr", ">jsonarr"])
def test_received_properties_have_many_names(name: str) -> None:
    """They are properties of the success response."""
    response = told("get", "/books", fields(f":{name} string title: text\n:code 200: fine")).response("200")
    assert [one.name for one in response.fields] == ["title"]
    assert [one.lists for one in response.types] == ([1] if name.endswith("arr") else [])


@pytest.mark.parametrize("name", ["form", "formparameter", "formparam", "fparam"])
def test_form_fields_have_many_names(name: str) -> None:
    """They are a form, which has several parts where one of them is a file."""
    (body,) = told("post", "/books", fields(f":{name} title: text")).operation.bodies
    assert body.media_type == "application/x-www-form-urlencoded"
    (body,) = told("post", "/books", fields(f":{name} title: text\n:{name} file cover: picture")).operation.bodies
    assert (body.media_type, [one.name for one in body.fields]) == ("multipart/form-data", ["title", "cover"])


@pytest.mark.parametrize("name", ["status", "statuscode", "code"])
def test_statuses_have_many_names(name: str) -> None:
    """A number, several, a class, each with or without a phrase."""
    block = fields(f":{name} 200: fine\n:{name} 404 Not Found: none\n:{name} 401, 403: no\n:{name} 5xx: broken")
    said = told("get", "/books", block)
    assert [one.status for one in said.operation.responses] == ["200", "404", "401", "403", "5XX"]
    assert said.response("404").description.plain == "none"


def test_a_status_without_a_number_is_reported() -> None:
    """It can't be a key of the responses."""
    assert told("get", "/books", fields(":code fine: text")).codes == ["status-unreadable"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("int", {"type": "integer"}),
        ("boolean", {"type": "boolean"}),
        ("entier", {"type": "integer"}),
        ("chaîne", {"type": "string"}),
        ("uuid", {"type": "string", "format": "uuid"}),
        ("datetime", {"type": "string", "format": "date-time"}),
        ("array", {"lists": 1}),
        ("list of strings", {"type": "string", "lists": 1}),
        ("int[]", {"type": "integer", "lists": 1}),
        ("array<array<int>>", {"type": "integer", "lists": 2}),
        ("[string]", {"type": "string", "lists": 1}),
        ("object", {"map": True, "open": True}),
        ("map of int", {"type": "integer", "map": True}),
        ("json", {"open": True}),
        ("positive integer", {"type": "integer"}),
        ("Book", {"name": "Book"}),
    ],
)
def test_a_type_is_read_from_its_words(words: str, expected: dict[str, Any]) -> None:
    """JSON's types, formats, lists and maps, in the words that pages use."""
    statement = parse_type_words(words, HERE).statement
    assert statement is not None
    nothing = {"type": None, "format": "", "lists": 0, "map": False, "open": False, "name": ""}
    assert {key: getattr(statement, key) for key in nothing} == nothing | expected


def test_alternatives_are_kept() -> None:
    """`null` among them is no type, and other words than a type's are a name."""
    found = parse_type_words("string|object|null", HERE)
    assert found.nullable
    assert found.statement is not None
    assert [(one.type, one.map) for one in found.statement.one_of] == [("string", False), (None, True)]


def test_a_hostile_type_is_a_name() -> None:
    """Brackets are followed step by step: their number is limited."""
    found = parse_type_words("[" * 5000 + "int" + "]" * 5000, HERE).statement
    assert found is not None
    assert found.lists == 0


def test_types_may_stand_apart() -> None:
    """`:type x:` is written for any kind of field."""
    block = fields(
        ":param id: which\n:type id: int\n:query page: which\n:querytype page: int\n:json x: y\n:jsontype x: boolean"
    )
    said = told("post", "/books/(id)", block)
    kinds = [
        said.parameter("path", "id").type,
        said.parameter("query", "page").type,
        said.operation.bodies[0].fields[0].type,
    ]
    assert [kind and kind.type for kind in kinds] == ["integer", "integer", "boolean"]


def test_a_type_for_nothing_is_reported() -> None:
    """Nothing is lost silently."""
    assert told("get", "/books", fields(":query page: which\n:type size: int")).codes == ["field-unknown"]


def test_the_type_may_begin_the_text() -> None:
    """`(int) Which page`, where the name has none."""
    kind = told("get", "/books", fields(":query page: (int) Which page.")).parameter("query", "page").type
    assert kind is not None
    assert kind.type == "integer"


def test_a_type_behind_its_name_is_put_right() -> None:
    """`:query limit int:` names a parameter `int` for Sphinx; nobody means that."""
    said = told("get", "/books", fields(":query limit int: how many"))
    assert said.parameter("query", "limit").type is not None
    assert said.codes == ["field-turned"]


def test_json_in_a_query_is_a_string() -> None:
    """An array or object travels as text there."""
    kind = told("get", "/books", fields(":query array keys: which")).parameter("query", "keys").type
    assert kind is not None
    assert (kind.type, kind.lists, kind.words.plain) == ("string", 0, "array")


@pytest.mark.parametrize(
    ("words", "required"),
    [
        ("Which. *Optional*", False),
        ("*Required*. Which", True),
        ("Required. Which", True),
        ("Which (optional)", False),
        ("Which (required, at most 3)", True),
        ("Which page, optional.", False),
        ("This is an optional parameter.", False),
        ("The field is required.", True),
        ("This field is not required.", False),
        ("Numéro (facultatif)", False),
        ("(obligatoire) Nom", True),
        ("Administrator permission is required", None),
        ("Required if the shelf is given", None),
        ("Which (required if the shelf is given)", None),
        ("This field is required when it is new", None),
        ("Which optional pages to show", None),
    ],
)
def test_marks_say_what_is_required(words: str, *, required: bool | None) -> None:
    """A mark counts where it is about the field, not in any sentence that has the word in it."""
    (body,) = told("post", "/books", fields(f":<json string x: {words}")).operation.bodies
    assert body.fields[0].required is required


def test_silence_means_optional_for_parameters_alone() -> None:
    """Of a property nothing is known."""
    said = told("post", "/books/(id)", fields(":param id: x\n:query a: x\n:<header B: x\n:<json c: x"))
    marks = [(one.name, one.required, one.unmarked) for one in said.operation.fields[1:]]
    assert marks == [("id", True, None), ("a", None, False), ("B", None, False)]
    assert (said.operation.bodies[0].fields[0].required, said.operation.bodies[0].fields[0].unmarked) == (None, None)


def test_a_remark_behind_the_name_is_a_mark() -> None:
    """It is no part of the name."""
    assert (
        told("get", "/books", fields(":query int page (required): which")).parameter("query", "page").required is True
    )


@pytest.mark.parametrize(
    ("type_words", "words", "default"),
    [
        ("boolean", "Default is ``false``.", False),
        ("int", "Defaults to 25", 25),
        ("int", "default: ``10``", 10),
        ("number", "*Optional, default:* ``0.5``", 0.5),
        ("string", "The default, ``name``, sorts by name", "name"),
        ("int", "Nombre par page, 20 par défaut", 20),
        ("int", "Par défaut : 20", 20),
        ("int", "The default is ``many``", None),
        ("string", "Default is ``null``", None),
        ("array", 'Defaults to ``["a"]``', None),
        ("int", "The default sort order is by age", None),
        ("string", "How many of the default 20", "20"),
    ],
)
def test_a_default_is_a_value_of_the_type(type_words: str, words: str, default: object) -> None:
    """What can't be one is none."""
    (body,) = told("post", "/books", fields(f":<json {type_words} x: {words}")).operation.bodies
    assert body.fields[0].limits.default == default
    assert type(body.fields[0].limits.default) is type(default)


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("One of ``new``, ``old`` or ``lost``.", ["new", "old", "lost"]),
        ("Possible values: ``ok``", ["ok"]),
        ('Can be ``"a"``, ``"b"`` (slow), or ``"c"``.', ["a", "b", "c"]),
        ("Valeurs possibles : ``actif``, ``inactif``", ["actif", "inactif"]),
        ("Sort order, either ``asc`` or ``desc``", ["asc", "desc"]),
        ("Its owner can be ``a`` or ``b`` as well; the proxy can be ``c`` or ``d``", []),
        ("May be ``now``", []),
        ("Possible values: ``a``, ``b``, etc.", []),
        ('Possible values: ``"ok"``, ``false``', []),
        ("Uses ``a`` and ``b``", []),
    ],
)
def test_values_are_read_from_words_that_announce_them(words: str, values: list[str]) -> None:
    """One that is named among others makes no list."""
    (body,) = told("post", "/books", fields(f":<json string x: {words}")).operation.bodies
    assert [one.value for one in body.fields[0].members] == values


def test_values_tell_a_type_that_nothing_states() -> None:
    """They are texts or whole numbers."""
    block = fields(":query sort: one of ``name`` or ``age``\n:query size: one of ``10`` or ``20``")
    kinds = [one.type and one.type.type for one in told("get", "/books", block).operation.fields]
    assert kinds == ["string", "integer"]


def test_values_are_read_from_a_list() -> None:
    """The marked word of each entry is a value, and one may be marked as the default."""
    body = bullets("**new**: not read yet. *Default.*", "**old** Read already")
    block = FieldList((field("<json string state", body),), HERE)
    (statement,) = told("post", "/books", block).operation.bodies[0].fields
    assert [(one.value, one.description) for one in statement.members] == [
        ("new", "not read yet. Default."),
        ("old", "Read already"),
    ]
    assert statement.limits.default == "new"


def test_a_list_of_anything_else_has_no_values() -> None:
    """`**folder/name**` stands for a name, and an entry without a mark is text."""
    for entries in (("**folder/name** a filter", "**none** none"), ("**new**: text", "something else")):
        block = FieldList((field("query string state", bullets(*entries)),), HERE)
        assert told("get", "/books", block).parameter("query", "state").members == ()


def test_values_may_stand_after_the_fields() -> None:
    """A list or table under a sentence that names the field and announces its values."""
    blocks: tuple[Block, ...] = (
        fields(":>json string state: state"),
        paragraph("The ``state`` is one of the following:"),
    )
    said = told("get", "/books", *blocks, bullets("``new``: text", "``old``: text"))
    assert [one.value for one in said.response("default").fields[0].members] == ["new", "old"]


def test_properties_may_stand_in_the_text() -> None:
    """A list in an object's text describes its properties."""
    body = bullets("``id`` (int): which", "``name`` (string, optional): what")
    block = FieldList((field(">json object owner", "Who.", body),), HERE)
    (owner,) = told("get", "/books", block).response("default").fields
    assert [(one.name, one.type and one.type.type, one.required) for one in owner.fields] == [
        ("id", "integer", None),
        ("name", "string", False),
    ]
    assert owner.required is None


def test_a_swallowed_field_is_found() -> None:
    """docutils takes it for text where it begins no line."""
    said = told("get", "/books", fields(":query string a: The first. :query int b: The second."))
    assert said.parameter("query", "b").description[0].text.plain == "The second."  # type: ignore[union-attr]
    assert said.parameter("query", "a").description[0].text.plain == "The first."  # type: ignore[union-attr]
    assert said.codes == ["field-swallowed"]


def test_other_fields_are_text() -> None:
    """`:response: text` is none of the package's; one that looks like it is reported."""
    said = told("get", "/books", fields(":response: a book\n:>jsn string x: y"))
    assert said.codes == []
    said = told("get", "/books", fields(":code 200: fine\n:>jsn string x: y"))
    assert said.codes == ["field-unknown"]


def test_fields_after_the_directive_are_its_own() -> None:
    """They lost their indentation."""
    said = read(page(section("Books", directive("get", "/books"), fields(":query int page: which"))))
    assert said.parameter("query", "page").type is not None
    assert said.codes == ["field-outside"]


def test_a_field_that_is_listed_twice_counts_once() -> None:
    """The first is taken."""
    said = told("get", "/books", fields(":query int a: first\n:query string a: second"))
    assert [one.name for one in said.operation.fields] == ["a"]
    assert said.codes == ["row-repeated"]


@pytest.mark.parametrize(
    ("lines", "sent"),
    [
        (":<header If-Match: x\n:<json string a: x", "<"),
        (":>header If-Match: x\n:>json string a: x", ">"),
        (":<header Location: x\n:>json string a: x", ">"),
        (":<json string a: x", "<"),
    ],
)
def test_headers_tell_which_sign_is_sent(lines: str, sent: str) -> None:
    """httpdomain 2.1.0 turned the signs round; only requests have `If-Match`, only responses `Location`."""
    said = told("post", "/books", fields(lines))
    assert [one.name for body in said.operation.bodies for one in body.fields] == ["a"]
    assert said.codes == (["direction-turned"] if sent == ">" else [])


def test_a_single_header_on_the_wrong_side_is_a_slip() -> None:
    """The others of the documentation agree."""
    said = told("post", "/books", fields(":<header If-Match: x\n:<header Range: x\n:>header Accept: x"))
    assert said.codes == ["direction-contradicted"]


def test_a_sample_settles_what_a_misplaced_parameter_is() -> None:
    """`:param:` was the only field of the first release; it is no path parameter without a variable."""
    sample = http('POST /books?a=1 HTTP/1.1\nContent-Type: application/json\n\n{"b": 1}')
    said = told("post", "/books", fields(":param a: x\n:param b: x"), sample)
    assert [(one.location, one.name) for one in said.operation.fields] == [("query", "a")]
    assert [one.name for one in said.operation.bodies[0].fields] == ["b"]
    assert said.codes == ["path-parameter-misplaced"] * 2


def test_another_spelling_of_a_variable_is_that_variable() -> None:
    """Only letters and digits are compared."""
    said = told("get", "/books/(book_id)", fields(":param bookId: which"))
    assert [one.name for one in said.operation.fields] == ["book_id", "book_id"]
    assert said.codes == ["path-parameter-misspelt"]


def test_query_parameters_that_samples_send_in_the_body_are_properties() -> None:
    """All of them: the samples needn't show each."""
    sample = http('POST /books HTTP/1.1\nContent-Type: application/json\n\n{"a": 1}')
    said = told("post", "/books", fields(":query int a: x\n:query int b: x"), sample)
    assert [one.name for one in said.operation.bodies[0].fields] == ["a", "b"]
    assert (said.operation.fields, said.codes) == ((), ["query-in-body"])


def test_a_get_sends_no_properties() -> None:
    """The sign is a slip."""
    said = told("get", "/books", fields(":<json string a: x\n:code 200: fine"))
    assert [one.name for one in said.response("200").fields] == ["a"]
    assert (said.operation.bodies, said.codes) == ((), ["direction-contradicted"])


def test_a_property_isnt_sent_twice() -> None:
    """The run of fields in which one is repeated among the received ones is received."""
    block = fields(
        ":<json string a: x\n:>json string ok: x\n:<json string error: x\n:<json string a: x\n:code 201: made"
    )
    said = told("post", "/books", block)
    assert [one.name for one in said.operation.bodies[0].fields] == ["a"]
    assert [one.name for one in said.response("201").fields] == ["ok", "error", "a"]
    assert said.codes == ["direction-contradicted"]


def test_other_code_is_left_in_the_description() -> None:
    """A program is no sample of a body."""
    said = told("post", "/books", code("javascript", "function (doc) { return 1; }"))
    assert (said.operation.samples, len(said.operation.blocks), said.codes) == ((), 1, [])
