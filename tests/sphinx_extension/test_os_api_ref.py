"""Both front ends agree on a reference written for os-api-ref, with the real extension in the build."""

from __future__ import annotations

from pathlib import Path

import pytest

from docpact.config import Config
from docpact.pipeline import extract
from sphinx_extension.builds import NEEDS, write_docs
from sphinx_extension.test_agreement import compare

pytest.importorskip("sphinx", reason=NEEDS)
pytest.importorskip("os_api_ref", reason=NEEDS)

CONF = 'project = "Library"\nextensions = ["os_api_ref", "docpact.sphinx"]\nnitpicky = True\n'
INDEX = """\
=======
Library
=======

.. rest_expand_all::

.. include:: shelves.inc
.. include:: actions/actions.inc
"""
SHELVES = """\
=======
Shelves
=======

Where books stand.

Show a shelf
============

.. rest_method:: GET /v2/shelves/{shelf_id}
   min_version: 2.4

Normal response codes: 200

Error response codes: itemNotFound(404)

Request
-------

.. rest_parameters:: parameters.yaml

   - shelf_id: shelf_id-path
   - X-Library-Version: version_header
   - limit: limit

Response
--------

.. rest_parameters:: parameters.yaml

   - shelf: shelf
   - id: shelf_id
   - kind: kind
   - notes: notes
   - key: note_key
   - value: note_value

**Example response**

.. literalinclude:: samples/shelf.json
   :language: javascript

Add a shelf
===========

.. rest_method::
   POST /v2/shelves

.. rest_status_code:: success status.yaml

   - 201

.. rest_status_code:: error status.yaml

   - 409: taken

Request
-------

.. rest_parameters:: parameters.yaml

   - shelf: shelf
   - kind: kind
   - room: nobody
"""
ACTIONS = """\
=============
Shelf actions
=============

Move (move action)
==================

.. rest_method:: POST /v2/shelves/{shelf_id}/action

Normal response codes: 202

Request
-------

.. rest_parameters:: parameters.yaml

   - shelf_id: shelf_id-path
   - move: move
   - room: room

Lock (lock action) (DEPRECATED)
===============================

.. rest_method:: POST /v2/shelves/{shelf_id}/action

Normal response codes: 202

Request
-------

.. rest_parameters:: parameters.yaml

   - shelf_id: shelf_id-path
   - lock: lock

Copy
====

.. rest_method:: COPY /v2/shelves/{shelf_id}
"""
PARAMETERS = """\
kind:
  in: body
  type: string
  required: true
  min_version: 2.20
  description: |
    One of ``prose`` or ``poetry``. Default is ``prose``.
limit:
  in: query
  type: integer
  description: At most.
lock: {in: body, type: none, required: true, description: Nothing.}
move: {in: body, type: object, required: true, description: Where to.}
note_key: {in: body, type: string, required: true, description: Who wrote it.}
note_value: {in: body, type: string, required: true, description: What.}
notes: {in: body, type: object, required: false, description: Notes by their writers.}
room: {in: body, type: uuid, required: false, description: The room.}
shelf: {in: body, type: object, required: true, description: A shelf.}
shelf_id: {in: body, type: uuid, required: true, description: Its ID.}
shelf_id-path: {in: path, type: uuid, required: true, description: Its ID.}
version_header: {in: header, type: string, required: false, description: The version.}
"""
FILES = {
    "index.rst": INDEX,
    "shelves.inc": SHELVES,
    "actions/actions.inc": ACTIONS,
    "parameters.yaml": PARAMETERS,
    "status.yaml": "201:\n  default: Added.\n409:\n  default: No.\n  taken: There is one.\n",
    "samples/shelf.json": '{"shelf": {"id": "7d0b", "kind": "prose", "notes": {"ada": "old", "bob": "heavy"}}}\n',
}


# The extension asks Sphinx for what Sphinx 11 won't have any more.
@pytest.mark.filterwarnings("ignore:.*is deprecated:DeprecationWarning", "ignore::PendingDeprecationWarning")
def test_both_front_ends_agree_on_os_api_ref(tmp_path: Path) -> None:
    """The document, and every diagnostic at its place."""
    docs = write_docs(tmp_path / "docs", FILES, CONF)
    found = {code for _, code, _ in compare(docs, tmp_path / "out")}
    assert found >= {"parameter-unknown", "operation-unsupported"}
    paths = extract([docs], Config(root=docs)).document["paths"]
    assert list(paths) == ["/v2/shelves", "/v2/shelves/{shelf_id}", "/v2/shelves/{shelf_id}/action"]
