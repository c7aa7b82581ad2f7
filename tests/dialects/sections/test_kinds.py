"""Pages → topics: what each page, or part of one, is read as."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from docpact.diagnostics import Diagnostic
from docpact.dialects.protocol import PageView
from docpact.dialects.sections.kinds import Topic, find_topics
from docpact.dialects.sections.unused import report_unused
from docpact.read import Page

Read = Callable[..., Page]
Extract = Callable[[dict[str, str]], dict[str, Any]]

REQUEST = "Sync\n====\n\n``GET |apiUrl|/my/lock``\n"
STEP = "{title}\n-----\n\n.. code-block:: sh\n\n    GET /my/{title}\n\n"
TABLE = "+------+--------+\n| Name | Type   |\n+======+========+\n| a    | string |\n+------+--------+\n\n"
ENUM = "State\n=====\n\n====== ======\nNumber Name\n====== ======\n1      Open\n====== ======\n"
STRUCTURE = "Lock\n====\n\n==== ======\nName Type\n==== ======\nid   number\n==== ======\n"


def topics_of(page: Page) -> list[Topic]:
    """The topics of one page."""
    return list(find_topics([PageView(page=page, sections=page.sections)]).by_name.values())


def test_beside_another_dialect_a_request_line_needs_a_table(page: Read) -> None:
    """There its author has a directive for operations, and a line without a table beside it is an example."""
    text = (
        f"Library\n=======\n\n{STEP.format(title='a')}{STEP.format(title='b')}{TABLE}\nDirective\n---------\n\nHere.\n"
    )
    whole = page(text, "index.rst")
    own = PageView(page=whole, sections=whole.sections[:-1])
    found: list[Diagnostic] = []
    assert [topic.title for topic in find_topics([own]).by_name.values() if topic.kind == "endpoint"] == ["b"]
    report_unused([own], [], (), found.append)
    assert found == []
    alone = PageView(page=page(text.replace(TABLE, ""), "index.rst"), sections=whole.sections[:1])
    assert [topic.kind.value for topic in find_topics([alone]).by_name.values()] == ["index"]


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("sync.rst", REQUEST, "endpoint"),
        ("s.rst", ENUM, "enum"),
        ("s.rst", STRUCTURE, "structure"),
        ("datastructures/lock.rst", "Lock\n====\n\nText.\n", "structure"),
        ("webhooks/overview.rst", "Overview\n========\n\nText.\n", "general"),
        ("howtos/sync.rst", REQUEST, "general"),
        ("howtos/sync.rst", REQUEST + "\n" + TABLE, "endpoint"),
        ("datastructures/sync.rst", REQUEST + "\n" + TABLE, "endpoint"),
        ("endpoints/lock/index.rst", "Lock\n====\n", "index"),
        ("index.rst", REQUEST + "\n" + TABLE, "endpoint"),
    ],
)
def test_a_page_is_what_it_holds_before_what_its_folder_says(page: Read, name: str, text: str, kind: str) -> None:
    """Folders speak only where the page itself doesn't."""
    assert [topic.kind.value for topic in topics_of(page(text, name))] == [kind]


def test_sections_that_name_an_operation_each_are_topics(page: Read) -> None:
    """Called by page and heading, at the heading's line; what stands around them is the index."""
    text = f"Locks\n=====\n\nAll.\n\n{STEP.format(title='locks')}{STEP.format(title='locks')}"
    assert [
        (topic.name, topic.kind.value, topic.origin.line) for topic in topics_of(page(text, "endpoints/lock.rst"))
    ] == [
        ("endpoints/lock/index", "index", 1),
        ("endpoints/lock/locks", "endpoint", 6),
        ("endpoints/lock/locks-2", "endpoint", 13),
    ]


@pytest.mark.parametrize("folder", ["endpoints", "api", "reference/v2", "", "guides"])
def test_operations_are_found_in_any_folder_and_at_any_depth(folder: str, extracted: Extract) -> None:
    """A request line under a heading of its own is an operation, however deep, wherever the page lies."""
    shelves = f"All\n~~~\n\n``GET /shelves``\n\n{TABLE}One\n~~~\n\n``GET /shelves/{{id}}``\n\n{TABLE}"
    deep = f"Books\n=====\n\nShelves\n-------\n\n{shelves}"
    single = f"Books\n=====\n\nList\n----\n\nNow\n~~~\n\n``GET /books``\n\n{TABLE}"
    prefix = f"{folder}/" if folder else ""
    document = extracted({f"{prefix}shelves.rst": deep, f"{prefix}books.rst": single})
    assert sorted(document["paths"]) == ["/books", "/shelves", "/shelves/{id}"]


def test_a_step_of_a_guide_that_calls_no_operation_is_an_error(extracted: Extract, found: list[Diagnostic]) -> None:
    """A guide's steps call operations; one that calls none may be the only page that speaks of it."""
    guide = "Start\n=====\n\n" + STEP.format(title="locks") + STEP.format(title="gates")
    extracted({"endpoints/locks.rst": "All\n===\n\n``GET /my/locks``\n", "guides/start.rst": guide})
    assert [(d.code, str(d.origin), d.severity.value) for d in found if d.code == "request-line-unused"] == [
        ("request-line-unused", "guides/start.rst:16", "error")
    ]


def test_a_mention_of_an_operation_is_not_its_second_description(extracted: Extract, found: list[Diagnostic]) -> None:
    """A section with nothing but the request line of an operation that another page describes."""
    mention = "News\n====\n\nChanged\n-------\n\n``GET /my/locks``\n\nAdded\n-----\n\n``GET /my/gates``\n"
    described = f"All\n===\n\n``GET /my/locks``\n\n{TABLE}"
    document = extracted({"endpoints/locks.rst": described, "news.rst": mention})
    assert sorted(document["paths"]) == ["/my/gates", "/my/locks"]
    assert "operation-repeated" not in {diagnostic.code for diagnostic in found}
