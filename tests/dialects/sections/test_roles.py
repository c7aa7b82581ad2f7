"""Which table or list is what: each rule with a page that it decides."""

from __future__ import annotations

import pytest

from docpact.diagnostics import Diagnostic
from docpact.dialects.protocol import PageView
from docpact.dialects.sections.kinds import Kind, find_topics
from docpact.dialects.sections.linked import referred_labels
from docpact.dialects.sections.roles import RULES, Role, take_blocks
from docpact.read.page import Note, Paragraph, Sample
from docpact.read.tree import parse_page

NAMES = "====  ======\nName  Type\n====  ======\na     string\n====  ======\n"
NEEDS = "======  ========  =======\nObject  Required  Remarks\n======  ========  =======\na       yes       text\n======  ========  =======\n"  # noqa: E501 - a table.
IDS = "====  ======\nName  Type\n====  ======\nid    string\n====  ======\n"
CODES = "====  ====\nCode  Meaning\n====  ====\n200   fine\n404   gone\n====  ====\n".replace(
    "====  ====", "====  ======="
)
BULLETS = "- ``a``: text\n- ``b``: text\n"
FIELDS = ":a: text\n:b: text\n"
TERMS = "a\n  text\nb : integer\n  text\n"


def roles(text: str, line: str = "POST /books/{id}") -> list[Role]:
    """The roles of the page's tables and lists."""
    found: list[Diagnostic] = []
    page = parse_page(f"Lend\n====\n\n``{line}``\n\n{text}", "books.rst", found.append)
    assert page is not None
    topics = find_topics([PageView(page=page, sections=page.sections)])
    (topic,) = topics.of_kind(Kind.ENDPOINT)
    taken = take_blocks(topic, referred_labels(topics))
    return [one.role for one in taken if not isinstance(one.found.block, Paragraph | Note | Sample)]


@pytest.mark.parametrize("listed", [NAMES, NEEDS, BULLETS, FIELDS, TERMS])
@pytest.mark.parametrize(
    ("over", "role"),
    [
        ("**Query Parameters**", Role.QUERY),
        ("**Query String**", Role.QUERY),
        ("The following query parameters are available:", Role.QUERY),
        ("**Request headers**", Role.HEADER),
        ("**Path parameters**", Role.PATH),
        ("**Body**", Role.BODY),
        ("**Payload**", Role.BODY),
        ("Parameters:", Role.BODY),
        ("The request takes these parameters:", Role.BODY),
        ("**Response**", Role.RESPONSE),
        ("**Returns**", Role.RESPONSE),
        ("The response has these fields:", Role.RESPONSE),
        ("A request returns these fields:", Role.RESPONSE),
        ("**Response headers**", Role.RESPONSE_HEADER),
        ("**Example**", Role.REST),
        ("**Required permissions**", Role.SCOPES),
    ],
)
def test_words_over_a_table_or_list_place_it(listed: str, over: str, role: Role) -> None:
    """Labels and sentences, whatever the markup of what they stand over."""
    assert roles(f"{over}\n\n{listed}") == [role]


@pytest.mark.parametrize(
    ("title", "role"),
    [("Query parameters", Role.QUERY), ("Response", Role.RESPONSE), ("Request", Role.BODY), ("Arguments", Role.BODY)],
)
def test_titles_place_what_stands_under_them(title: str, role: Role) -> None:
    """As labels do, from further away."""
    assert roles(f"{title}\n{'-' * len(title)}\n\n{NAMES}") == [role]


def test_the_nearest_words_count() -> None:
    """A caption before the sentence before it, that before the label, that before the title."""
    caption = f".. table:: Query parameters\n\n{''.join(f'   {line}' for line in NAMES.splitlines(keepends=True))}"
    assert roles(f"Request\n-------\n\n**Body**\n\nThese body parameters are sent:\n\n{caption}") == [Role.QUERY]
    assert roles(f"Request\n-------\n\n**Headers**\n\n{NAMES}") == [Role.HEADER]


@pytest.mark.parametrize(
    ("line", "role"), [("GET /books", Role.QUERY), ("DELETE /books", Role.QUERY), ("PUT /books", Role.BODY)]
)
def test_parameters_without_a_place_go_by_the_method(line: str, role: Role) -> None:
    """In the query of a method without a body."""
    assert roles(f"**Parameters**\n\n{NAMES}", line) == [role]


@pytest.mark.parametrize(("line", "role"), [("GET /books", Role.RESPONSE), ("POST /books", Role.BODY)])
def test_attributes_go_by_the_method(line: str, role: Role) -> None:
    """A GET returns them, the others send them."""
    assert roles(f"**Book attributes**\n\n{NAMES}", line) == [role]


def test_names_that_are_the_paths_variables_are_path_parameters() -> None:
    """Whatever stands over them."""
    assert roles(f"**Body parameters**\n\n{IDS}") == [Role.PATH]


def test_a_table_of_names_that_nothing_stands_over_lists_parameters() -> None:
    """If it says of what type they are, or whether they are required."""
    assert roles(NAMES) == [Role.BODY]
    assert roles(NAMES, "GET /books") == [Role.QUERY]


def test_rows_that_begin_with_statuses_are_responses() -> None:
    """Tables, lists and fields."""
    for listed in (
        CODES,
        "- 200: fine\n- 404: gone\n",
        ":200: fine\n:404: gone\n",
        "200\n  fine\n404 Not Found\n  gone\n",
    ):
        assert roles(f"**Whatever**\n\n{listed}") == [Role.STATUSES]


def test_a_table_that_a_type_refers_to_is_a_structure() -> None:
    """It is that type's, not the operation's."""
    referring = "====  ==============\nName  Type\n====  ==============\na     :ref:`a <inner>`\n====  ==============\n"
    referring = referring.replace("==============", "===============")
    inner = f".. _inner:\n\n{NAMES}"
    assert roles(f"**Response**\n\n{referring}\n{inner}") == [Role.RESPONSE, Role.STRUCTURE]


def test_the_values_of_one_parameter_are_no_parameters() -> None:
    """A section about it has them."""
    title = "The 'sort' parameter"
    assert roles(f"Parameters\n----------\n\n{NAMES}\n{title}\n{'~' * len(title)}\n\n{BULLETS}") == [
        Role.BODY,
        Role.REST,
    ]


def test_terms_that_head_lists_are_opened() -> None:
    """`Parameters` over a list is a heading; in a response it may be a name."""
    nested = "".join(f"  {line}" for line in TERMS.splitlines(keepends=True))
    assert roles(f"Parameters\n{nested}\nReturns\n{nested}") == [Role.BODY, Role.RESPONSE]
    assert roles("Response\n--------\n\n:parameters: An array of objects\n\n   :a: text\n:b: text\n") == [Role.RESPONSE]


def test_a_table_that_no_words_place_is_reported() -> None:
    """It isn't guessed."""
    assert roles(f"**Things to know**\n\n{NAMES}") == [Role.UNPLACED]


def test_every_rule_says_what_it_does() -> None:
    """`explain --page` shows it."""
    assert all(rule.__doc__ for rule in RULES)
