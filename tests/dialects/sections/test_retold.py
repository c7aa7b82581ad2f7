"""One operation in two places: everything that both say."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from docpact.diagnostics import Diagnostic

Extract = Callable[[dict[str, str]], dict[str, Any]]
DELETE = "{title}\n{line}\n\n``DELETE /books``\n\n{text}\n\n**Status codes**\n\n- {status}: gone\n"
ADD = "{title}\n{line}\n\n``POST /books``\n\n**Body**\n\n- ``{name}`` (required): text\n"


def test_what_only_one_place_lists_may_be_left_out(extracted: Extract, found: list[Diagnostic]) -> None:
    """Parameters and statuses of both, with a diagnostic at the second."""
    query = "**Query parameters**\n\n- ``id`` (required): which"
    document = extracted({
        "all.rst": DELETE.format(title="All", line="===", text="All.", status="202"),
        "some.rst": DELETE.format(title="Some", line="====", text=query, status="404"),
    })  # fmt: skip
    operation = document["paths"]["/books"]["delete"]
    assert [(p["name"], p["required"]) for p in operation["parameters"]] == [("id", False)]
    assert list(operation["responses"]) == ["202", "404"]
    assert [(one.code, str(one.origin)) for one in found if "retold" in one.code] == [
        ("operation-retold", "some.rst:4")
    ]


def test_two_bodies_are_alternatives(extracted: Extract) -> None:
    """Either may be sent."""
    document = extracted({
        "one.rst": ADD.format(title="One", line="===", name="book"),
        "many.rst": ADD.format(title="Many", line="====", name="books"),
    })  # fmt: skip
    content = document["paths"]["/books"]["post"]["requestBody"]["content"]["application/json"]
    assert sorted(list(option["properties"]) for option in content["schema"]["oneOf"]) == [["book"], ["books"]]
