"""Bodies that aren't JSON, and bodies of several media types."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Extract = Callable[[dict[str, str]], dict[str, Any]]

PAGE = """
    Notes
    =====

    .. http:put:: /notes/{id}

       Stores a note.

       :<header Content-Type: {sent}
       :<json string text: its words
       :>header Content-Type: {received}
       :>json string text: its words
       :code 200: stored
"""
JSON = "application/json"


def media(listed: list[str]) -> str:
    """The body of a field that lists media types."""
    return "".join(f"\n\n         - :mimetype:`{one}`" for one in listed)


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        ([JSON], {JSON: "object"}),
        ([JSON, "text/plain"], {JSON: "object", "text/plain": "string"}),
        ([JSON, "application/hal+json"], {JSON: "object", "application/hal+json": "object"}),
        ([JSON, "application/pdf"], {JSON: "object", "application/pdf": "string binary"}),
    ],
)
def test_a_response_has_each_media_type_that_the_page_lists(
    listed: list[str], expected: dict[str, str], extracted: Extract
) -> None:
    """Another JSON has the same schema; what isn't JSON is text or bytes."""
    page = PAGE.replace("{sent}", JSON).replace("{received}", media(listed))
    content = extracted({"notes.rst": page})["paths"]["/notes/{id}"]["put"]["responses"]["200"]["content"]
    found = {
        kind: " ".join(part for part in (body["schema"]["type"], body["schema"].get("format")) if part)
        for kind, body in content.items()
    }
    assert found == expected


def test_a_body_of_which_only_the_media_type_is_known(extracted: Extract) -> None:
    """An upload is bytes: nothing that the page doesn't say is made up, and the body isn't lost."""
    page = """
        Pictures
        ========

        .. http:put:: /pictures/{id}

           :<header Content-Type: :mimetype:`image/png`
           :code 204: stored
    """
    body = extracted({"pictures.rst": page})["paths"]["/pictures/{id}"]["put"]["requestBody"]
    assert body["content"] == {"image/png": {"schema": {"type": "string", "format": "binary"}}}
