"""What operations need, where pages say it of some of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Extract = Callable[[dict[str, str]], dict[str, Any]]

PAGE = """
    Notes
    =====

    .. http:put:: /notes/{id}

       :<header Authorization: Basic
       :code 204: stored

    .. http:get:: /notes/{id}

       :code 200: the note
"""


def test_an_operation_that_states_its_scheme_needs_it_and_the_others_are_left_open(extracted: Extract) -> None:
    """An empty list would say that anybody may call it."""
    document = extracted({"notes.rst": PAGE})
    assert document["components"]["securitySchemes"] == {"basicAuth": {"type": "http", "scheme": "basic"}}
    path = document["paths"]["/notes/{id}"]
    assert path["put"]["security"] == [{"basicAuth": []}]
    assert "security" not in path["get"]
