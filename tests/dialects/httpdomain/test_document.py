"""Text of httpdomain's dialect, through all stages to the document."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docpact.config import Config
from docpact.pipeline import extract


def document(tmp_path: Path, page: str, *, conf: str = "") -> tuple[dict[str, Any], list[str]]:
    """What is emitted for a page, and what is reported about it."""
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "books.rst").write_text(page, "utf-8")
    if conf:
        (docs / "conf.py").write_text(conf, "utf-8")
    extraction = extract([docs], Config(root=tmp_path))
    return dict(extraction.document["paths"]), [one.code for one in extraction.diagnostics]


def test_a_directive_becomes_an_operation(tmp_path: Path) -> None:
    """Its fields, statuses, media types and samples are where OpenAPI has them."""
    page = """
Books
=====

.. http:put:: /books/(int:id)
   :synopsis: Change a book
   :deprecated:

   Changes what is known of it.

   :param id: its number
   :query boolean quiet: Tell nobody. Default is ``false``.
   :reqheader If-Match: what was known
   :reqheader Content-Type: :mimetype:`application/json`
   :<json string title: its name (required)
   :<json string state: - **new**: unread
                        - **old**: read
   :>header ETag: what is known now
   :>json int id: its number
   :statuscode 200: changed
   :statuscode 404: no such book

   **Request**:

   .. sourcecode:: http

      PUT /books/7?quiet=true HTTP/1.1
      Content-Type: application/json

      {"title": "Emma"}

   **Response**:

   .. sourcecode:: http

      HTTP/1.1 200 OK
      Content-Type: application/json

      {"id": 7}
"""
    paths, codes = document(tmp_path, page)
    operation = paths["/books/{id}"]["put"]
    assert codes == []
    assert (operation["operationId"], operation["summary"]) == ("put_books_by_id", "Change a book")
    assert (operation["tags"], operation["deprecated"]) == (["Books"], True)
    assert operation["description"].strip() == "Changes what is known of it."
    assert [(one["in"], one["name"], one["required"]) for one in operation["parameters"]] == [
        ("path", "id", True),
        ("query", "quiet", False),
        ("header", "If-Match", False),
    ]
    assert operation["parameters"][1]["schema"] == {"type": "boolean", "default": False}
    body = operation["requestBody"]["content"]["application/json"]["schema"]
    assert body["required"] == ["title"]
    assert body["properties"]["state"]["enum"] == ["new", "old"]
    response = operation["responses"]["200"]
    assert response["headers"]["ETag"]["description"] == "what is known now"
    assert response["content"]["application/json"]["schema"]["properties"]["id"]["type"] == "integer"
    assert operation["responses"]["404"] == {"description": "no such book"}


def test_the_domain_may_be_left_out(tmp_path: Path) -> None:
    """Where conf.py makes it the primary one, or the page its default."""
    page = "Books\n=====\n\n.. get:: /books\n\n   :code 200: see :get:`/books`\n"
    paths, codes = document(tmp_path, page, conf='primary_domain = "http"\n')
    assert ([*paths], codes) == (["/books"], [])


def test_a_page_may_make_it_the_default_domain(tmp_path: Path) -> None:
    """From there on."""
    page = "Books\n=====\n\n.. default-domain:: http\n\n.. get:: /books\n\n   :code 200: fine\n"
    assert [*document(tmp_path, page)[0]] == ["/books"]


def test_a_map_and_a_form_keep_their_samples(tmp_path: Path) -> None:
    """The sample of a map contradicts nothing; a form's is an object as its schema is."""
    page = """
Books
=====

.. http:post:: /books

   :form title: its name
   :>json object: Names to numbers
   :code 200: fine

   .. code-block:: http

      POST /books HTTP/1.1
      Content-Type: application/x-www-form-urlencoded

      title=Emma+2

   .. code-block:: http

      HTTP/1.1 200 OK
      Content-Type: application/json

      {"Emma": 1}
"""
    paths, codes = document(tmp_path, page)
    operation = paths["/books"]["post"]
    assert codes == []
    form = operation["requestBody"]["content"]["application/x-www-form-urlencoded"]
    assert [one["value"] for one in form["examples"].values()] == [{"title": "Emma 2"}]
    assert operation["responses"]["200"]["content"]["application/json"]["schema"]["type"] == "object"


def test_alternatives_may_be_null(tmp_path: Path) -> None:
    """One more alternative; what has no type takes null already. A path segment without a type is a string."""
    page = """
Books
=====

.. http:get:: /books/(id)

   :>json string|object|null a: x
   :>json json b: may be null
   :code 200: fine
"""
    paths, _ = document(tmp_path, page)
    operation = paths["/books/{id}"]["get"]
    properties = operation["responses"]["200"]["content"]["application/json"]["schema"]["properties"]
    assert properties["a"]["oneOf"][-1] == {"type": "null"}
    assert "type" not in properties["b"]
    assert operation["parameters"][0]["schema"] == {"type": "string"}


def test_statuses_may_be_included(tmp_path: Path) -> None:
    """A list that several pages share."""
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "statuses.inc").write_text("* ``200 OK``: fine\n* ``401``: who are you?\n", "utf-8")
    page = "Books\n=====\n\n.. http:get:: /books\n\n   Lists them.\n\n   .. include:: statuses.inc\n"
    (docs / "books.rst").write_text(page, "utf-8")
    extraction = extract([docs], Config(root=tmp_path))
    assert [*extraction.document["paths"]["/books"]["get"]["responses"]] == ["200", "401"]


def test_every_method_of_openapi_is_emitted(tmp_path: Path) -> None:
    """TRACE too, which reads."""
    methods = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
    page = "Books\n=====\n\n" + "\n".join(f".. http:{name}:: /books\n\n   :status 200: fine\n" for name in methods)
    paths, _ = document(tmp_path, page)
    assert tuple(paths["/books"]) == methods
    assert paths["/books"]["trace"]["x-safety"] == "read"


def test_a_link_to_a_label_in_a_directive_leads_to_its_object(tmp_path: Path) -> None:
    """Authors put the label right before the fields."""
    page = """
Books
=====

.. http:get:: /books

   :>json array results: a list of :ref:`books <book-object>`

.. http:get:: /books/(int:id)

   .. _book-object:

   :>json int id: its number
"""
    paths, _ = document(tmp_path, page)
    schema = paths["/books"]["get"]["responses"]["default"]["content"]["application/json"]["schema"]
    assert schema["properties"]["results"]["items"]["properties"]["id"]["type"] == "integer"


def test_a_header_is_a_text_where_nothing_says_more(tmp_path: Path) -> None:
    """Fields of headers have no types; a query parameter without one may be anything."""
    paths, _ = document(tmp_path, "A\n=\n\n.. http:get:: /a\n\n   :reqheader If-Match: tag\n   :query q: words\n")
    schemas = {one["name"]: one["schema"] for one in paths["/a"]["get"]["parameters"]}
    assert schemas == {"If-Match": {"type": "string"}, "q": {}}


def test_lists_in_lists_of_a_sample_are_kept(tmp_path: Path) -> None:
    """Where a sample is all that there is."""
    page = """
A
=

.. http:get:: /a

   .. code-block:: http

      HTTP/1.1 200 OK
      Content-Type: application/json

      {"percentile": [[50, 0], [75, 1]]}
"""
    paths, codes = document(tmp_path, page)
    schema = paths["/a"]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    percentile = schema["properties"]["percentile"]
    assert (percentile, codes) == (
        {"type": "array", "items": {"type": "array", "items": {"type": "integer"}}},
        [],
    )


def test_a_role_that_names_an_operation_says_its_method(tmp_path: Path) -> None:
    """As Sphinx shows it, with the path as the document has it; a title of its own stays."""
    page = """
A
=

.. http:get:: /a

   See :http:put:`/a/(int:id)` or :http:get:`the list </a>`.

   :query q: as for :http:post:`/a`
"""
    paths, _ = document(tmp_path, page)
    operation = paths["/a"]["get"]
    assert operation["description"] == "See PUT /a/{id} or the list."
    assert operation["parameters"][0]["description"] == "as for POST /a"
