"""A small reference, from its files to the document: includes, YAML, samples, several bodies, versions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Extract = Callable[[dict[str, str]], dict[str, Any]]
INDEX = """
Library API
###########

.. rest_expand_all::

.. include:: parts/shelves.inc
"""
SHELVES = """
=======
Shelves
=======

Where books stand.

Create shelf
============

.. rest_method:: POST /v1/shelves

Creates one.

Normal response codes: 201

Error response codes: badRequest(400)

Request
-------

.. rest_parameters:: parameters.yaml

   - shelf: shelf
   - label: label
   - width: width
   - dry_run: dry_run

Request Example
---------------

.. literalinclude:: samples/shelf.json
   :language: javascript

Response
--------

.. rest_parameters:: parameters.yaml

   - shelf: shelf
   - label: label

Response Example
----------------

.. literalinclude:: samples/shelf.json
   :language: javascript

Bulk create shelves
===================

.. rest_method:: POST /v1/shelves

Creates several.

Normal response codes: 201

Request
-------

.. rest_parameters:: parameters.yaml

   - shelves: shelves
   - label: label

Request Example
---------------

.. literalinclude:: samples/shelves.json
   :language: javascript

Response
--------

.. rest_parameters:: parameters.yaml

   - shelves: shelves
   - label: label

Response Example
----------------

.. literalinclude:: samples/shelves.json
   :language: javascript
"""
PARAMETERS = """
dry_run:
  in: query
  type: boolean
  min_version: 1.10
label:
  in: body
  type: string
  required: true
shelf:
  in: body
  type: object
  required: true
shelves:
  in: body
  type: array
  required: true
width:
  in: body
  type: integer
  required: true
  min_version: 1.20
"""
FILES = {
    "index.rst": INDEX,
    "parts/shelves.inc": SHELVES,
    "parameters.yaml": PARAMETERS,
    "samples/shelf.json": '{"shelf": {"label": "Prose", "width": "80"}}',
    "samples/shelves.json": '{"shelves": [{"label": "Prose"}]}',
}


@pytest.fixture
def operation(extracted: Extract) -> Any:  # noqa: ANN401 - a plain mapping.
    """Return the document's only operation."""
    document = extracted(FILES)
    assert list(document["paths"]) == ["/v1/shelves"]
    return document["paths"]["/v1/shelves"]["post"]


def test_both_bodies_are_alternatives(operation: dict[str, Any]) -> None:
    """Either is sent, and the response is of the same kind."""
    sent = operation["requestBody"]["content"]["application/json"]["schema"]["oneOf"]
    received = operation["responses"]["201"]["content"]["application/json"]["schema"]["oneOf"]
    for one, many in (sent, received):
        assert one["properties"]["shelf"]["properties"]["label"] == {"type": "string"}
        assert many["properties"]["shelves"]["items"]["properties"] == {"label": {"type": "string"}}
    assert operation["responses"]["400"]["description"] == "badRequest"


def test_a_definition_knows_more_than_a_sample_request(operation: dict[str, Any]) -> None:
    """`"80"` is what a person wrote; the definition says that it is a number."""
    one = operation["requestBody"]["content"]["application/json"]["schema"]["oneOf"][0]
    width = one["properties"]["shelf"]["properties"]["width"]
    assert width == {"type": "integer", "x-min-version": "1.20"}
    assert one["properties"]["shelf"]["required"] == ["label"]


def test_versions_of_parameters_are_extensions(operation: dict[str, Any]) -> None:
    """As they are written: 1.10 is not 1.1."""
    (parameter,) = operation["parameters"]
    assert (parameter["name"], parameter["x-min-version"], parameter["required"]) == ("dry_run", "1.10", False)


def test_titles_and_prose_are_kept(operation: dict[str, Any]) -> None:
    """The first title is the summary; what others say stands below their titles."""
    assert operation["summary"] == "Create shelf"
    assert operation["description"].split("\n\n") == ["Creates one.", "**Bulk create shelves**", "Creates several."]
    assert operation["tags"] == ["Shelves"]
