"""`sphinx-build -b openapi`: output, warnings, settings, and what a second build does again."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from sphinx_extension.builds import CONF, NEEDS, PAGE, Build, build_docs, write_docs

pytest.importorskip("sphinx", reason=NEEDS)
pytest.importorskip("sphinxcontrib.httpdomain", reason=NEEDS)

BAD_JSON = """\
More
====

.. http:get:: /shops

   **Example response**:

   .. sourcecode:: http

      HTTP/1.1 200 OK
      Content-Type: application/json

      {"name": "x",, "id": 1}

   :status 200: fine
"""


def test_the_document_is_written_as_yaml_and_as_json(build: Build) -> None:
    """Both say the same."""
    built = build()
    assert built.warnings == ""
    assert built.document["info"]["title"] == "Shop"
    assert built.document == json.loads((built.out / "openapi.json").read_text("utf-8"))
    assert built.document["paths"]["/books/{id}"]["get"]["x-source"] == "index.rst:4"


def test_a_diagnostic_is_a_warning_of_its_code(build: Build) -> None:
    """With file and line, and a type that conf.py can suppress."""
    built = build({"index.rst": BAD_JSON})
    assert "index.rst:13: WARNING: " in built.warnings
    assert "[docpact.sample-json]" in built.warnings


@pytest.mark.parametrize("suppressed", ["docpact.sample-json", "docpact"])
def test_warnings_can_be_suppressed(build: Build, suppressed: str) -> None:
    """By their code, or all."""
    pages = {"index.rst": BAD_JSON}
    assert build(pages, f"{CONF}suppress_warnings = ['{suppressed}']\n").warnings == ""


def test_warnings_can_fail_the_build(build: Build) -> None:
    """`-W`: the document is written all the same."""
    built = build({"index.rst": BAD_JSON}, warningiserror=True)
    assert built.status == 1
    assert "/shops" in built.document["paths"]


def test_notes_are_warnings_where_the_project_is_nitpicky(build: Build) -> None:
    """A note says that a page could be clearer: nothing to fail a build for, unless somebody asks."""
    pages = {"index.rst": PAGE, "other.rst": ":orphan:\n\nOther\n=====\n\n:strange-role:`words`\n"}
    assert "docpact.role-unknown" not in build(pages).warnings
    assert "[docpact.role-unknown]" in build(pages, f"{CONF}nitpicky = True\n").warnings


def test_documentation_without_an_operation_is_an_error(build: Build) -> None:
    """One line says so, nothing is written, and the exit status is 2."""
    built = build({"index.rst": "Shop\n====\n"})
    assert re.fullmatch(r"ERROR: \S+/docs: no operation could be read from 1 page .*\n", built.warnings)
    assert built.status == 2
    assert not list(built.out.glob("openapi.*"))


def test_settings_are_those_of_docpact_toml(build: Build, tmp_path: Path) -> None:
    """`docpact_SECTION_KEY`; paths are relative to conf.py."""
    write_docs(tmp_path / "docs", {"base.yaml": "info: {title: Real shop, version: '7'}\n"})
    conf = f"""{CONF}
docpact_spec_base = "base.yaml"
docpact_safety_physical = ["GET /books/*"]
docpact_conventions_correlation_header = "x-request-id"
docpact_docs_substitutions = {{"what": "book"}}
"""
    built = build({"index.rst": PAGE.replace("Return a book", "Return a |what|")}, conf)
    operation = built.document["paths"]["/books/{id}"]["get"]
    assert built.document["info"] == {"title": "Real shop", "version": "7"}
    assert operation["x-safety"] == "physical"
    assert operation["description"] == "Return a book."
    assert built.document["x-conventions"] == {"correlation-header": "x-request-id"}


def test_pages_are_read_again_when_their_dialect_is_declared(build: Build, tmp_path: Path) -> None:
    """Roles of the pages' own mean what conf.py says, also on pages that were read before it did."""
    pages = {
        "index.rst": PAGE,
        "more.rst": ":orphan:\n\nBooks\n=====\n\n| :verb:`get`\n| :where:`/books`\n\nReturn all.\n",
    }
    assert "/books" not in build(pages).document["paths"]
    with (tmp_path / "docs" / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write("docpact_dialect_roles = {'verb': 'method', 'where': 'path'}\n")
    built = build_docs(tmp_path / "docs", tmp_path / "out")
    assert "/books" in built.document["paths"]


def test_docpact_toml_counts_where_it_names_the_documentation(build: Build, tmp_path: Path) -> None:
    """As with `docpact extract`; what conf.py says wins."""
    (tmp_path / "docpact.toml").write_text(
        '[docs]\nsource = "docs"\n[safety]\nphysical = ["GET /books/*"]\n[conventions]\nrevision = "rev"\n', "utf-8"
    )
    built = build(conf=f"{CONF}docpact_conventions_revision = 'version'\n")
    assert built.document["paths"]["/books/{id}"]["get"]["x-safety"] == "physical"
    assert built.document["x-conventions"] == {"revision": "version"}


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        ("docpact_safety_write = 'GET *'", "`write` must be a list of strings"),
        ("docpact_docs_url = 'docs'", "`url` cannot be `docs`"),
        ("docpact_conventions_correlation_header = 'a b'", "`correlation-header` cannot be `a b`"),
    ],
)
def test_a_setting_that_makes_no_sense_stops_the_build(build: Build, setting: str, message: str) -> None:
    """With the name of the setting."""
    from sphinx.errors import SphinxError  # noqa: PLC0415 - only one environment has it.

    with pytest.raises(SphinxError) as caught:
        build(conf=f"{CONF}{setting}\n")
    assert message in str(caught.value)
    assert setting.split(" ", maxsplit=1)[0] in str(caught.value)


def test_a_missing_file_leaves_the_document_as_it_was(build: Build) -> None:
    """One line names the file."""
    before = build().text
    built = build(conf=f"{CONF}docpact_spec_base = 'missing.yaml'\n")
    assert re.fullmatch(r"ERROR: \S+/docs/missing.yaml: does not exist.*\n", built.warnings)
    assert (built.status, built.text) == (2, before)


def test_only_pages_that_changed_are_read_again(build: Build, tmp_path: Path) -> None:
    """And the document has both; warnings about pages that did not change are given again."""
    first = build({"index.rst": PAGE, "more.rst": f":orphan:\n\n{BAD_JSON}"})
    assert set(first.read) == {"index", "more"}
    second = build_docs(tmp_path / "docs", tmp_path / "out")
    assert second.read == ()
    assert second.warnings == first.warnings
    (tmp_path / "docs" / "index.rst").write_text("Shop\n====\n\n.. http:put:: /shop\n\n   :status 204: done\n", "utf-8")
    third = build_docs(tmp_path / "docs", tmp_path / "out")
    assert third.read == ("index",)
    assert sorted(third.document["paths"]) == ["/shop", "/shops"]


def test_a_removed_page_leaves_the_document(build: Build, tmp_path: Path) -> None:
    """The page is purged with Sphinx's."""
    build({"index.rst": PAGE, "more.rst": ":orphan:\n\n.. http:get:: /more\n\n   :status 200: fine\n"})
    (tmp_path / "docs" / "more.rst").unlink()
    assert list(build_docs(tmp_path / "docs", tmp_path / "out").document["paths"]) == ["/books/{id}"]


def test_a_changed_file_that_a_page_includes_is_read_again(build: Build, tmp_path: Path) -> None:
    """Files that only docpact reads are dependencies of the page, too."""
    page = f"{PAGE}\n.. include:: more.inc\n"
    build({"index.rst": page, "more.inc": ".. http:get:: /one\n\n   :status 200: fine\n"})
    (tmp_path / "docs" / "more.inc").write_text(".. http:get:: /another\n\n   :status 200: fine\n", "utf-8")
    assert "/another" in build_docs(tmp_path / "docs", tmp_path / "out").document["paths"]


def test_a_changed_file_that_only_docpact_reads_is_read_again(build: Build, tmp_path: Path) -> None:
    """A dialect's files are dependencies of the page, though Sphinx knows nothing of them."""
    page = "Shop\n====\n\nBooks\n-----\n\n.. rest_method:: GET /books\n\nRequest\n~~~~~~~\n\n"
    page += ".. rest_parameters:: parameters.yaml\n\n   - limit: limit\n"
    definition = "limit:\n  in: query\n  type: {}\n  required: false\n  description: how many\n"
    build({"index.rst": page, "parameters.yaml": definition.format("integer")})
    (tmp_path / "docs" / "parameters.yaml").write_text(definition.format("string"), "utf-8")
    built = build_docs(tmp_path / "docs", tmp_path / "out")
    assert built.document["paths"]["/books"]["get"]["parameters"][0]["schema"] == {"type": "string"}


def test_a_page_that_another_builder_has_read_since_is_read_again(build: Build, tmp_path: Path) -> None:
    """What was known of it is not what it says now."""
    shared = tmp_path / "doctrees"
    build(doctrees=shared)
    page = tmp_path / "docs" / "index.rst"
    page.write_text(PAGE.replace("/books/", "/films/"), "utf-8")
    build_docs(tmp_path / "docs", tmp_path / "other", "dummy", doctrees=shared)
    built = build_docs(tmp_path / "docs", tmp_path / "out", doctrees=shared)
    assert list(built.document["paths"]) == ["/films/{id}"]


def test_pages_that_another_builder_has_read_are_read_for_docpact(build: Build, tmp_path: Path) -> None:
    """Builders may share Sphinx's environment; the others' builds don't pay for ours."""
    shared = tmp_path / "doctrees"
    build(builder="dummy", doctrees=shared)
    built = build_docs(tmp_path / "docs", tmp_path / "out", doctrees=shared)
    assert built.read == ("index",)
    assert "/books/{id}" in built.document["paths"]
    again = build_docs(tmp_path / "docs", tmp_path / "other", "dummy", doctrees=shared)
    assert again.read == ()


def test_pages_may_be_read_by_several_processes(build: Build) -> None:
    """The document is the same."""
    pages = {
        f"page{number:02}.rst": f":orphan:\n\n.. http:get:: /p{number}\n\n   :status 200: fine\n"
        for number in range(12)
    }
    pages["index.rst"] = PAGE
    alone = build(pages).text
    assert build(pages, freshenv=True, parallel=2).text == alone
    assert "/p11" in alone
